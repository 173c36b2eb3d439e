"""Every query parameter: what it takes, and that anything else is a 400 that names the place and the nearest choice."""

from __future__ import annotations

import pytest
from http_client import CRS84, EPSG, get, ids, items, page, raw, refusal
from running_server import RunningServer

#: parameter, value, words of the reason
BAD_VALUES = [
    ("bbox", "1,2,3", "3 numbers"),
    ("bbox", "1,2,3,4,5", "5 numbers"),
    ("bbox", "", "numbers"),
    ("bbox", "nan,1,2,3", "not a finite number"),
    ("bbox", "1,inf,2,3", "not a finite number"),
    ("bbox", "1,2,3,-Infinity", "not a finite number"),
    ("bbox", "1,2,3,1e999", "not a finite number"),
    ("bbox", "a,b,c,d", "not a number"),
    ("bbox", "1,,3,4", "not a number"),
    ("bbox", "1_0,2,3,4", "not a number"),
    ("bbox", "٣,2,3,4", "not a number"),
    ("bbox", "1,20,5,10", "lies above"),
    ("bbox", "1,2,9,3,4,0", "lies above"),
    ("crs", "EPSG:3035", "not offered"),
    ("crs", EPSG.format(2154), "not offered"),
    ("crs", "", "not offered"),
    ("limit", "0", "1 or more"),
    ("limit", "-1", "1 or more"),
    ("limit", "abc", "1 or more"),
    ("limit", "1.5", "1 or more"),
    ("limit", "", "1 or more"),
    ("limit", "١", "1 or more"),
    ("limit", "9" * 5000, "1 or more"),
    ("offset", "-1", "from 0 to"),
    ("offset", "1e3", "from 0 to"),
    ("offset", "", "from 0 to"),
    ("offset", "9" * 30, "from 0 to"),
    ("offset", "9" * 5000, "from 0 to"),
    ("datetime", "yesterday", "neither a date"),
    ("datetime", "2024", "neither a date"),
    ("datetime", "", "neither a date"),
    ("datetime", "٢024-01-01", "neither a date"),
    ("datetime", "2024-13-01", "not a day of the calendar"),
    ("datetime", "2023-02-29", "not a day of the calendar"),
    ("datetime", "0000-01-01", "not a day of the calendar"),
    ("datetime", "2024-01-01T25:00:00Z", "not a day of the calendar"),
    ("datetime", "2024-01-01T00:00:00+99:00", "not a day of the calendar"),
    ("datetime", "2024-02-01/2024-01-01", "after its end"),
    ("datetime", "2024-01-01/2024-02-01/2024-03-01", "more than one slash"),
    ("datetime", "/", "neither begin nor end"),
    ("sortby", "", "no property"),
    ("sortby", "titel", "no property 'titel'"),
    ("sortby", "title,", "no property"),
    ("sortby", "--title", "no property"),
    ("properties", "titel", "no property 'titel'"),
    ("properties", "", "empty"),
    ("properties", "cci,,title", "empty"),
    ("skipGeometry", "1", "true, false"),
    ("skipGeometry", "TRUE", "true, false"),
    ("resulttype", "count", "results, hits"),
    ("f", "xml", "not a format"),
    ("f", "", "not a format"),
    ("f", "JSON", "not a format"),
    ("lang", "xx", "not offered"),
    ("lang", "", "not offered"),
    ("q", "", "empty"),
    ("q", "   ", "empty"),
    ("q", "***", "no letter or digit"),
    ("title", "", "empty"),
    ("title", ",", "empty"),
    ("country", "it", "code list"),
    ("country", "IT,XX", "'XX'"),
    ("nuts3", "ITZ99", "NUTS code"),
    ("topic", "PO99", "code list"),
    ("scope", "global", "code list"),
    ("period", "2000-2006", "code list"),
    ("fund", "EAFRD", "code list"),
    ("kind", "wish", "code list"),
    ("strategy", "EUSXX", "code list"),
    ("eu_amount", "much", "not a number"),
    ("eu_amount", "nan", "finite"),
    ("n_offers", "1.5", "whole number"),
    ("n_offers", "many", "whole number"),
    ("objectives_complete", "maybe", "true, false"),
    ("period_start", "2021", "neither a date"),
    ("funds", "EAFRD", "code list"),
    ("filter", "", "empty"),
    ("filter", "   ", "empty"),
    ("filter", "titel = 'x'", "no property 'titel'"),
    ("filter", "title = 1", "= at character 7 cannot compare property 'title' (string) with the number 1."),
    ("filter", "(((", "not closed"),
    ("filter", "(" * 5000, "is nested too deeply"),
    ("filter", "title = 'x' OR", "filter"),
    ("filter-lang", "cql2-text", "without filter"),
    ("filter-crs", CRS84, "without filter"),
    ("bbox-crs", CRS84, "without bbox"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "reason"), BAD_VALUES, ids=lambda v: str(v)[:24] or "empty")
def test_bad_value_is_refused_with_its_reason(server: RunningServer, name: str, value: str, reason: str):
    problem = refusal(get(server, items(), **{name: value}))
    assert problem["parameter"] == name
    assert problem["detail"].startswith(f"{name}: ")
    assert reason in problem["detail"]


@pytest.mark.parametrize(
    ("path", "query", "parameter", "nearest"),
    [
        (items(), {"cuontry": "IT"}, "cuontry", "country"),
        (items(), {"Country": "IT"}, "Country", "country"),
        (items(), {"contry": "IT"}, "contry", "country"),
        (items(), {"BBOX": "1,2,3,4"}, "BBOX", "bbox"),
        (items(), {"country": "ITA"}, "country", "IT"),
        (items(), {"country": "it"}, "country", "IT"),
        (items(), {"topic": "RSO1.9"}, "topic", "RSO1.7"),
        (items(), {"topic": "TO06"}, "topic", "RSO2.6"),
        (items("nuts3"), {"topic": "TO01"}, "topic", "PO1"),
        (items(), {"nuts3": "ITG99"}, "nuts3", "ITG19"),
        (items(), {"sortby": "-titl"}, "sortby", "title"),
        (items(), {"properties": "cci,titl"}, "properties", "title"),
        (items(), {"f": "jsn"}, "f", "json"),
        (items(), {"lang": "eng"}, "lang", "en"),
        (items(), {"crs": EPSG.format(3036)}, "crs", EPSG.format(3035)),
        (items(), {"bbox": "1,2,3,4", "bbox-crs": EPSG.format(4327)}, "bbox-crs", EPSG.format(4326)),
        (items(), {"resulttype": "hit"}, "resulttype", "hits"),
        (items(), {"filter": "titl = 'x'"}, "filter", "title"),
        (items(), {"filter": "title = 'x'", "filter-lang": "cql2"}, "filter-lang", "cql2-text"),
        (items("nuts3"), {"urbn": "intermediate"}, "urbn", "urban"),
        (items("cooperation"), {"status": "opn"}, "status", None),
        ("/collections/programmes/facets", {"facets": "countri"}, "facets", "country"),
        ("/collections/programmes/facets", {"limitt": "1"}, "limitt", None),
        (f"{items()}/2021IT16RFPR016", {"propertie": "title"}, "propertie", "properties"),
        ("/collections", {"ff": "json"}, "ff", None),
        ("/codelists/topics", {"langg": "en"}, "langg", "lang"),
        ("/healthz", {"verbose": "1"}, "verbose", None),
        ("/", {"f": "jsom"}, "f", "json"),
    ],
)
def test_refusal_names_the_nearest_choice(server: RunningServer, path: str, query: dict, parameter: str, nearest: str):
    problem = refusal(get(server, path, **query))
    assert problem["parameter"] == parameter
    assert isinstance(problem["nearest"], list)
    if nearest is not None:
        assert nearest in problem["nearest"]
        assert nearest in problem["detail"], "the text for people says it too"


def test_a_country_is_suggested_by_its_iso_code_and_by_its_names(server: RunningServer):
    listed = page(server, "/codelists/countries")["items"]
    codes = {country["code"] for country in listed}
    assert {c["code"]: c["iso2"] for c in listed if c["code"] != c["iso2"]} == {"EL": "GR", "UK": "GB"}
    for country in listed:
        for name in {country["iso2"], *country["labels"].values()} - codes:
            assert refusal(get(server, items(), country=name))["nearest"] == [country["code"]], name
    hint = get(server, items(), filter="country IN ('IT', 'GR')", limit=1).headers["atlas-hint"]
    assert hint.endswith("Did you mean EL?")


@pytest.mark.parametrize(("value", "nearest"), [("GR", "EL"), ("GR30", "EL30"), ("GBM5", "UKM5"), ("Österreich", "AT")])
def test_a_region_is_suggested_by_the_iso_code_of_its_country(server: RunningServer, value: str, nearest: str):
    assert refusal(get(server, items(), nuts3=value))["nearest"] == [nearest]


def test_who_gives_the_name_of_a_region_is_told_what_finds_it(server: RunningServer):
    """What looks like a name among codes would be the regions of another country."""
    problem = refusal(get(server, items(), nuts3="Sicilia"))
    assert "search for words" in problem["detail"] and problem["nearest"] == []
    assert get(server, items(), q="Sicilia").json()["numberMatched"] > 0


def test_an_objective_asked_for_as_a_topic_is_told_its_own_parameter(server: RunningServer):
    """Thematic objectives look like no topic: what looks alike would be something else."""
    problem = refusal(get(server, items(), topic="TO06"))
    assert "objective=TO06" in problem["detail"]
    assert problem["nearest"] == ["PO2", "RSO2.5", "RSO2.6", "RSO2.7"]
    assert get(server, items(), objective="TO06").json()["numberMatched"] > 0


def test_parameter_given_twice_is_refused(server: RunningServer):
    assert refusal(get(server, f"{items()}?limit=1&limit=2"))["parameter"] == "limit"
    assert refusal(get(server, f"{items()}?country=IT&country=FR"))["parameter"] == "country"


@pytest.mark.parametrize(
    ("name", "code"),
    [(name, code) for name in ("title", "q", "country", "limit", "crs") for code in (0, 1, 9, 10, 13, 27, 31, 127)]
    # TAB, LF, VT, FF and CR are white space in a filter (test_http_cql2.py).
    + [("filter", code) for code in (0, 1, 8, 14, 27, 31, 127)],
)
def test_control_characters_are_refused(server: RunningServer, name: str, code: int):
    problem = refusal(raw(server, f"{items()}?{name}=a%{code:02X}b"))
    assert problem["parameter"] == name
    assert "control character" in problem["detail"]


@pytest.mark.parametrize("value", ["%zz", "100%", "%", "%a", "%ff%fe", "caf%E9", "%C3", "%ED%A0%80"])
def test_value_that_is_no_percent_encoded_utf8_is_refused(server: RunningServer, value: str):
    """`title=%zz` or Latin-1 would otherwise be searched for as something that nobody typed, and find nothing."""
    problem = refusal(raw(server, f"{items()}?title={value}"))
    assert problem["parameter"] == "title"
    assert "percent-encoded UTF-8" in problem["detail"]


@pytest.mark.parametrize("name", ["%ff", "%zz", "t%00tle", ""])
def test_broken_parameter_name_is_refused(server: RunningServer, name: str):
    refusal(raw(server, f"{items()}?{name}=1"))


def test_bytes_beyond_ascii_in_the_target_are_no_server_error(server: RunningServer):
    assert raw(server, items().encode() + b"?title=\xff\x00").status_code == 400
    assert raw(server, items().encode() + "?title=Sicília".encode()).status_code in (200, 400)


@pytest.mark.parametrize("encoded", ["caf%C3%A9", "100%25", "a+b", "a%2Bb", "%E2%82%AC", "*%F0%9F%98%80*"])
def test_encoded_values_are_taken(server: RunningServer, encoded: str):
    assert raw(server, f"{items()}?title={encoded}&limit=1").status_code == 200


def test_countries_have_no_time(server: RunningServer):
    assert "no temporal property" in refusal(get(server, items("countries"), datetime="2024-01-01"))["detail"]


@pytest.mark.parametrize(
    ("interval", "period"),
    [
        ("2015-06-01", "2014-2020"),
        ("2022-06-01T12:00:00Z", "2021-2027"),
        ("2022-06-01T12:00:00.5+02:00", "2021-2027"),
        ("../2020-12-31", "2014-2020"),
        ("/2020-12-31", "2014-2020"),
        ("2021-01-01/..", "2021-2027"),
        ("2021-01-01/", "2021-2027"),
    ],
)
def test_datetime_selects_by_period(server: RunningServer, interval: str, period: str):
    assert ids(server, "programmes", datetime=interval) == ids(server, "programmes", period=period)


def test_interval_over_both_periods_finds_both(server: RunningServer):
    everything = sorted(ids(server, "programmes"))
    assert sorted(ids(server, "programmes", datetime="2020-12-31/2021-01-01")) == everything
    assert sorted(ids(server, "programmes", datetime="../..")) == everything
    assert ids(server, "programmes", datetime="1990-01-01/1999-12-31") == []


def test_limit_above_the_maximum_gives_the_maximum(server: RunningServer):
    """17-069r4, 7.15.2: more than the maximum is no error."""
    for limit in (10_001, 99_999_999_999_999_999_999):
        found = page(server, items("nuts3"), limit=limit, skipGeometry="true", properties="nuts_code")
        assert found["numberReturned"] == found["numberMatched"]


def test_box_with_heights_is_the_flat_box(server: RunningServer):
    flat = ids(server, "nuts3", bbox="12.4,36.6,15.7,38.3")
    assert flat and ids(server, "nuts3", bbox="12.4,36.6,-10,15.7,38.3,5000") == flat


def test_box_across_the_antimeridian(server: RunningServer):
    """RFC 7946, 5.2: a western edge east of the eastern one; everything but what lies between them."""
    crossing, between = ids(server, "nuts3", bbox="15,30,5,70"), ids(server, "nuts3", bbox="5.000001,30,14.999999,70")
    assert set(crossing) | set(between) >= set(ids(server, "nuts3", bbox="-180,30,180,70"))
    assert "DE212" in between and "DE212" not in crossing
    assert page(server, items("nuts3"), bbox="170,-10,-170,10")["numberMatched"] == 0


def test_comma_lists_mean_any_of_and_an_escaped_comma_is_a_comma(server: RunningServer):
    both = ids(server, "programmes", country="IT,EL")
    assert both == sorted(ids(server, "programmes", country="IT") + ids(server, "programmes", country="EL"))
    listed = page(server, items("nuts3"), limit=10_000, skipGeometry="true", properties="name")
    name = next(f["properties"]["name"] for f in listed["features"] if "," in f["properties"]["name"])
    found = page(server, items("nuts3"), name=name.replace(",", "\\,"), skipGeometry="true")
    assert {f["properties"]["name"] for f in found["features"]} == {name}
