"""What every collection holds, worked out from the source tables with pandas: the records of the oracle."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from plain_neighbours import PlainNeighbours

from cooperation_atlas.sources.nuts import load_regions

VERSIONS = {"2014-2020": "2016", "2021-2027": "2021"}


class PlainRecords:
    """Properties of every feature by collection, as plain tables indexed by id, sorted.

    :param data: folder of the source tables
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._tables: dict[str, pd.DataFrame] = {}
        self.regions = {version: load_regions(version, data).frame for version in VERSIONS.values()}

    def table(self, name: str) -> pd.DataFrame:
        """A source table, all text, empty cells absent."""
        if name not in self._tables:
            read = pd.read_csv(self._data / f"{name}.csv", dtype=str, keep_default_na=False)
            self._tables[name] = read.astype(object).where(read != "", None)
        return self._tables[name]

    def codes(self, name: str) -> pd.DataFrame:
        """A code list."""
        return self.table(f"codelists/{name}")

    @cached_property
    def above(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """By version and NUTS code: the code and all codes above it."""
        found = {}
        for version, frame in self.regions.items():
            parent = dict(zip(frame["nuts_code"], frame["parent"], strict=True))
            chains = {}
            for code in parent:
                chain, here = [], code
                while here:
                    chain.append(here)
                    here = parent[here]
                chains[code] = tuple(chain)
            found[version] = chains
        return found

    @cached_property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The records of each collection."""
        return {
            "programmes": self.programmes,
            "nuts3": self._areas_of("2021-2027"),
            "nuts3-2016": self._areas_of("2014-2020"),
            "countries": self._countries,
            "cooperation": self.cooperation,
            "programme-areas": self._programme_areas,
            "neighbours": _framed(self.neighbours.records(), "id"),
        }

    @cached_property
    def neighbours(self) -> PlainNeighbours:
        """The pairs of areas that are neighbours."""
        return PlainNeighbours(self._data, self.regions, list(self.codes("countries")["code"]))

    @cached_property
    def places(self) -> dict[str, list[tuple[str, list[str]]]]:
        """For each collection and feature the NUTS version and codes of its area."""
        frames = self.frames
        programmes = frames["programmes"]
        return {
            "programmes": list(zip(programmes["nuts_version"], programmes["nuts_codes"], strict=True)),
            "nuts3": [("2021", [code]) for code in frames["nuts3"].index],
            "nuts3-2016": [("2016", [code]) for code in frames["nuts3-2016"].index],
            "countries": [("2021", [code]) for code in frames["countries"].index],
            "cooperation": list(
                zip(frames["cooperation"]["nuts_version"], frames["cooperation"]["nuts_codes"], strict=True)
            ),
            "neighbours": list(
                zip(frames["neighbours"]["nuts_version"], frames["neighbours"]["nuts_codes"], strict=True)
            ),
            "programme-areas": [
                (v, [c])
                for v, c in zip(
                    frames["programme-areas"]["nuts_version"], frames["programme-areas"]["nuts_code"], strict=True
                )
            ],
        }

    def _ordered(self, codes: Iterable[str], codelist: str) -> list[str] | None:
        wanted = set(codes)
        return [code for code in self.codes(codelist)["code"].array if code in wanted] or None

    @cached_property
    def _territories(self) -> list[tuple[str, str]]:
        parts = self.codes("strategy_regions").dropna(subset=["nuts_prefix"])
        return list(zip(parts["strategy"], parts["nuts_prefix"], strict=True))

    def _strategies(self, version: str, codes: Iterable[str]) -> list[str] | None:
        """Those one of whose territories lies in the area, or around it."""
        parts = self._territories
        above = self.above[version]
        found = {
            strategy
            for strategy, prefix in parts
            for code in codes
            if prefix in above[code] or code in above.get(prefix, ()) or prefix[: len(code)] == code[: len(prefix)]
        }
        return self._ordered(found, "strategies")

    @cached_property
    def _level_3(self) -> dict[str, list[str]]:
        return {version: list(frame[frame["level"] == 3]["nuts_code"]) for version, frame in self.regions.items()}

    def _leaves(self, version: str, codes: Iterable[str]) -> set[str]:
        inside = set(codes)
        return {code for code in self._level_3[version] if not inside.isdisjoint(self.above[version][code])}

    # --- cooperation -----------------------------------------------------------------------------------------

    @cached_property
    def _entries(self) -> pd.DataFrame:
        kept = []
        for table, values, sample in (("entries", "entry_values", False), ("samples", "sample_values", True)):
            rows = self.table(f"cooperation/{table}").assign(sample=sample).set_index("id")
            several = self.table(f"cooperation/{values}")
            for name, codelist in (
                ("topics", "topics"), ("objectives", "objectives"), ("scopes", "scopes"), ("modes", "modes"),
                ("partner_types", "partner_types"), ("sought_countries", "countries"),
                ("sought_strategies", "strategies"),
            ):  # fmt: skip
                by_id = several[several["property"] == name].groupby("id")["value"].agg(list)
                rows[name] = [self._ordered(by_id.get(id_, []), codelist) for id_ in rows.index]
            kept.append(rows)
        return pd.concat([rows for rows in kept if len(rows)]).sort_index()

    def _cooperation_of(self, ccis: Iterable[str], stated: Iterable[str]) -> dict[str, Any]:
        """What is known of the cooperation of programmes whose objectives state the topics ``stated``."""
        entries = self._entries[self._entries["cci"].isin(list(ccis))]
        samples, real = entries[entries["sample"]], entries[~entries["sample"]]
        gathered = {
            (name, sample): {value for cell in part[name] for value in cell or ()}
            for name in ("topics", "scopes")
            for sample, part in ((True, samples), (False, real))
        }
        for sample, part in ((True, samples), (False, real)):
            gathered["topics", sample] |= self._stated({o for cell in part["objectives"] for o in cell or ()})
        facts = {"topics": gathered["topics", False] | set(stated), "scopes": gathered["scopes", False]}
        record: dict[str, Any] = {}
        for name, known in facts.items():
            shown = gathered[name, True]
            record[name] = self._ordered(known | shown, name)
            record[f"{name}_basis"] = "sample" if shown - known else "stated" if known else None
        record["sample_topics"] = self._ordered(gathered["topics", True] - facts["topics"], "topics")
        record["kinds"] = self._ordered(entries["kind"], "kinds")
        record["statuses"] = self._ordered(entries["status"].dropna(), "statuses")
        record["n_offers"] = int(entries["kind"].isin(["offer", "both"]).sum())
        record["n_needs"] = int(entries["kind"].isin(["need", "both"]).sum())
        record["counts_basis"] = "sample" if len(samples) else "stated" if len(real) else None
        return record

    @cached_property
    def _implied(self) -> list[tuple[str, str]]:
        mapped = self.codes("objective_topics")
        implied = mapped[mapped["relation"].isin(["exact", "broader"])]
        return list(zip(implied["objective"], implied["topic"], strict=True))

    def _stated(self, objectives: Container[str]) -> set[str]:
        return {topic for objective, topic in self._implied if objective in objectives}

    # --- collections -----------------------------------------------------------------------------------------

    @cached_property
    def programmes(self) -> pd.DataFrame:
        """A row a programme."""
        rows = self.table("programmes/programmes").set_index("cci", drop=False).sort_index()
        periods, countries = self.codes("periods").set_index("code"), self.codes("countries").set_index("code")
        facts = {
            name: self.table(f"programmes/{name}").groupby("cci")[column].agg(list).to_dict()
            for name, column in (
                ("funds", "fund"), ("categories", "category_of_region"), ("objectives", "objective"),
                ("areas", "nuts_code"), ("amounts", "eu_amount"),
            )
        }  # fmt: skip
        records = []
        for cci, row in rows.iterrows():
            version = VERSIONS[row["period"]]
            objectives = facts["objectives"].get(cci, [])
            whole = self._whole(cci)
            amounts = [float(amount) for amount in facts["amounts"].get(cci, []) if amount]
            codes = sorted(set(facts["areas"][cci]))
            leaves = self._leaves(version, codes)
            records.append(
                {
                    "funds_complete": "funds" in whole,
                    "categories_complete": "categories" in whole,
                    "objectives_complete": "objectives" in whole,
                    "topics_complete": "objectives" in whole,
                    "amounts_complete": "amounts" in whole,
                    **row[["cci", "title", "title_lang", "period", "goal", "country"]],
                    "period_start": periods["valid_from"][row["period"]],
                    "period_end": periods["valid_to"][row["period"]],
                    "country_name": countries["label"][row["country"]],
                    "funds": self._ordered(facts["funds"].get(cci, []), "funds"),
                    **self._categories(
                        cci, row["period"], facts["categories"].get(cci), facts["funds"].get(cci), leaves
                    ),
                    "objectives": self._ordered(objectives, "objectives"),
                    **self._cooperation_of([cci], self._stated(objectives)),
                    **self._categorisation(cci),
                    "strategies": self._strategies(version, codes),
                    **self.neighbours.countries(version, leaves),
                    "eu_amount": sum(amounts) if amounts else None,
                    "nuts_codes": codes,
                    "nuts_version": version,
                    "n_regions": len(leaves),
                    "level": "national"
                    if leaves == self._leaves(version, [row["country"]])
                    else "regional"
                    if len(codes) == 1
                    else "multi_regional",
                }
            )
        for version in VERSIONS.values():
            covered = {
                r["cci"]: self._leaves(version, r["nuts_codes"]) for r in records if r["nuts_version"] == version
            }
            counts = self.neighbours.programmes(version, covered)
            for record in records:
                if record["nuts_version"] == version:
                    record["n_neighbours"] = counts[record["cci"]]
        return _framed(records, "cci")

    def _categorisation(self, cci: str) -> dict[str, Any]:
        """The codes of each dimension for which money may be planned, and field 171."""
        rows = self.table("programmes/categorisation")
        rows = rows[(rows["cci"] == cci) & ~((rows["eu_amount"] == "0") & (rows["total_amount"] == "0"))]
        names = ("intervention_fields", "territorial_focus", "esf_secondary_themes")
        codes = {name: set(rows[rows["dimension"] == name]["code"]) for name in names}
        return {
            **{name: self._ordered(codes[name], name) for name in names},
            "plans_cooperation": True if "171" in codes["intervention_fields"] else None,
        }

    @cached_property
    def _category_of(self) -> dict[str, dict[str, Any]]:
        """By NUTS II code of 2021."""
        return self.table("nuts/categories_of_region").set_index("nuts_code").to_dict("index")

    def _categories(
        self, cci: str, period: str, stated: list[str] | None, funds: list[str] | None, leaves: Iterable[str]
    ) -> dict[str, Any]:
        """Those that a source states, else those of the area where it is known and they are."""
        if stated:
            return {"categories_of_region": self._ordered(stated, "categories_of_region"), "categories_basis": "stated"}
        areas = self.table("programmes/areas")
        areas = areas[areas["cci"] == cci]
        doubtful = (areas["basis"] == "whole_country").any() or areas["note"].notna().any()
        if period == "2014-2020" or doubtful or not {"ERDF", "ESF+"} & {*(funds or ())}:
            return {"categories_of_region": None, "categories_basis": None}
        found = [self._category_of.get(self.above["2021"][leaf][1]) for leaf in leaves]
        if None in found:
            return {"categories_of_region": None, "categories_basis": None}
        codes = {row["category_of_region"] for row in found if row}
        return {"categories_of_region": self._ordered(codes, "categories_of_region"), "categories_basis": "derived"}

    def _of_region(self, country: str, nuts2: str) -> dict[str, Any]:
        """The category of an area of NUTS 2021."""
        members = self.codes("countries").set_index("code")["eu_member"]
        known = self._category_of.get(nuts2)
        outside = None if members[country] == "yes" else "outside_union"
        return {
            "category_of_region": known and known["category_of_region"],
            "category_of_region_basis": known["basis"] if known else outside,
            "category_of_region_source": known and known["source"],
        }

    @cached_property
    def _interreg(self) -> dict[str, dict[str, dict[str, Any]]]:
        """By NUTS version and code: what keep.eu shows, in 2016 for the areas that are the same."""
        columns = {"projects": "interreg_projects", "partners": "interreg_partners", "total_budget": "interreg_budget",
                   "erdf": "interreg_erdf"}  # fmt: skip
        rows = self.table("nuts/interreg_2014_2020").set_index("nuts_code")[list(columns)].rename(columns=columns)
        rows = rows.apply(pd.to_numeric).astype(object)
        rows = rows.where(rows.notna(), None)
        changes = self.codes("nuts_changes")
        between = changes[(changes["from_version"] == "2016") & (changes["to_version"] == "2021")]
        sizes = pd.concat({v: f["area_km2"] for v, f in self.regions.items()}, axis=1).dropna()
        same = sizes[(sizes["2021"] / sizes["2016"]).between(0.99, 1.01)].index
        same = same.difference([*between["from_code"].dropna(), *between["to_code"].dropna()])
        return {"2021": rows.to_dict("index"), "2016": rows[rows.index.isin(same)].to_dict("index")}

    def _whole(self, cci: str) -> set[str]:
        """The lists of a programme that are whole: those of which a source says so, and those that the CCI settles."""
        tables = [self.table(f"programmes/{name}") for name in ("funds", "amounts", "categories", "objectives")]
        sources = {source for table in tables for source in table.loc[table["cci"] == cci, "source"]}
        lists = self.codes("whole_lists")
        whole = set(lists.loc[lists["source"].isin(sources), "list"])
        funds = self.codes("funds").dropna(subset=["cci_codes"])
        if cci[8:10] in {part for parts in funds["cci_codes"] for part in parts.split()}:
            whole.add("funds")
        own = tables[0].loc[tables[0]["cci"] == cci, "fund"]
        by_category = set(self.codes("funds").query("by_category == 'yes'")["code"])
        return whole | ({"categories"} if "funds" in whole and len(own) and not by_category & set(own) else set())

    def _summary(self, covering: pd.DataFrame) -> dict[str, Any]:
        def gathered(name: str) -> set[str]:
            return {value for cell in covering[name] for value in cell or ()}

        return {
            "programmes": list(covering.index) or None,
            "titles": list(covering["title"]) or None,
            "n_programmes": len(covering),
            "funds": self._ordered(gathered("funds"), "funds"),
            "objectives": self._ordered(gathered("objectives"), "objectives"),
            **self._cooperation_of(covering.index, self._stated(gathered("objectives"))),
        }

    def _areas_of(self, period: str) -> pd.DataFrame:
        version = VERSIONS[period]
        frame, above = pd.DataFrame(self.regions[version].drop(columns="geometry")), self.above[version]
        names = frame["name_latn"].to_dict()
        own = ["name_national", "country", "urban", "coast", "mountain", "border", "island", "area_km2"]
        countries = self.codes("countries").set_index("code")["label"]
        programmes = self.programmes[self.programmes["period"] == period]
        start, end = self.codes("periods").set_index("code").loc[period, ["valid_from", "valid_to"]]
        records = []
        summaries: dict[tuple[bool, ...], dict[str, Any]] = {}
        for code, region in frame.loc[frame["level"] == 3, own].to_dict("index").items():
            covering = tuple(not set(codes).isdisjoint(above[code]) for codes in programmes["nuts_codes"])
            if covering not in summaries:
                summaries[covering] = self._summary(programmes[list(covering)])
            nuts2, nuts1 = above[code][1], above[code][2]
            records.append(
                {
                    "nuts_code": code,
                    "nuts_version": version,
                    "name": names[code],
                    **region,
                    "country_name": countries.get(region["country"]),
                    "nuts1": nuts1,
                    "nuts1_name": names[nuts1],
                    "nuts2": nuts2,
                    "nuts2_name": names[nuts2],
                    "period": period,
                    "period_start": start,
                    "period_end": end,
                    "strategies": self._strategies(version, [code]),
                    **(self._of_region(region["country"], nuts2) if version == "2021" else {}),
                    **self._interreg[version].get(
                        code, dict.fromkeys(f"interreg_{name}" for name in ("projects", "partners", "budget", "erdf"))
                    ),
                    **self.neighbours.areas(version, [code]),
                    **summaries[covering],
                }
            )
        return _framed(records, "nuts_code")

    @property
    def _countries(self) -> pd.DataFrame:
        regions = self.regions["2021"].set_index("nuts_code")
        records = []
        for _, row in self.codes("countries").iterrows():
            code = row["code"]
            covering = self.programmes[self.programmes["country"] == code]
            if row["eu_member"] != "yes" and covering.empty:
                continue
            records.append(
                {
                    "country": code,
                    "country_name": row["label"],
                    "name_national": regions["name_national"].get(code),
                    "eu_member": row["eu_member"] == "yes",
                    "area_km2": regions["area_km2"].get(code),
                    "n_regions": len(self._leaves("2021", [code])) or None,
                    "periods": self._ordered(covering["period"], "periods"),
                    "strategies": self._strategies("2021", [code]),
                    **self._around_country(code),
                    **self._summary(covering),
                }
            )
        return _framed(records, "country")

    def _around_country(self, code: str) -> dict[str, Any]:
        leaves = self._leaves("2021", [code])
        lists = self.neighbours.countries("2021", leaves)
        around = {country for own in lists.values() for country in own or ()}
        return {"n_neighbours": len(around) if leaves else None, **lists}

    @cached_property
    def cooperation(self) -> pd.DataFrame:
        """A row an entry."""
        shared = ["title", "period", "period_start", "period_end", "country", "country_name", "funds", "strategies",
                  "nuts_codes", "nuts_version"]  # fmt: skip
        frame = self._entries.join(self.programmes[shared], on="cci")
        return _framed([{"id": id_, **row} for id_, row in frame.drop(columns="source").iterrows()], "id")

    @property
    def _programme_areas(self) -> pd.DataFrame:
        records = []
        regions = {version: frame.set_index("nuts_code") for version, frame in self.regions.items()}
        for _, row in self.table("programmes/areas").iterrows():
            version, code = row["nuts_version"], row["nuts_code"]
            region = regions[version].loc[code]
            own = ["nuts_codes", "strategies", "n_regions", "eu_amount", "level", "title_lang", "goal",
                   "intervention_fields", "territorial_focus", "esf_secondary_themes", "plans_cooperation"]  # fmt: skip
            records.append(
                {
                    **self.programmes.loc[row["cci"]].drop([*own, "categories_of_region", "categories_basis"]),
                    "id": f"{row['cci']}.{code}",
                    "nuts_code": code,
                    "nuts_version": version,
                    "nuts_level": int(region["level"]),
                    "name": region["name_latn"],
                    "basis": row["basis"],
                    "note": row["note"],
                    "strategies": self._strategies(version, [code]),
                    **self.neighbours.areas(version, self._leaves(version, [code])),
                }
            )
        return _framed(records, "id")


def _framed(records: list[dict[str, Any]], id_: str) -> pd.DataFrame:
    """Objects as they are, absent ones ``None``, in the order of the ids."""
    columns = {name: pd.Series([r[name] for r in records], dtype=object) for name in records[0]}
    frame = pd.DataFrame(columns)
    return frame.where(frame.notna(), None).set_index(id_, drop=False).sort_index()
