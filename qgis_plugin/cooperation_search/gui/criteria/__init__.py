"""The search criteria: one module and one widget each, all with the interface of ``base.CriterionWidget``."""
