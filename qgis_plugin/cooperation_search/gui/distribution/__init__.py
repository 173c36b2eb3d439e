"""The view "Distribution" of the results: charts of who has what, their files, and areas for the map."""
