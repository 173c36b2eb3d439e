"""The languages of the pages: gettext catalogues, and numbers and days as each language writes them.

Message ids are the plain English texts: those of the templates, and those of the model (titles and descriptions of
collections, properties and criteria), which are translated where they are shown.
"""
