"""Consortia: the best sets of partners under the rules of a call. ``docs/partners.md`` has the model.

``rules`` says what can be asked, ``model`` turns it into a mixed-integer programme, ``search`` finds the sets, and
where there are none the rules to loosen; ``presets`` reads the rules of calls from a table.
"""
