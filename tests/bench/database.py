"""Loads the areas of the published edition into PostGIS, the store of tipg and of stock pygeoapi.

Runs in the environment of the peers. ``PGHOST``, ``PGPORT``, ``PGUSER``, ``PGPASSWORD`` and ``PGDATABASE`` name a
throwaway cluster (``pg_virtualenv``).
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing

import psycopg2
from psycopg2 import sql
from psycopg2.extras import execute_values

LAYER = "nuts3"
_TYPES = {
    "TEXT": "text",
    "INTEGER": "bigint",
    "MEDIUMINT": "bigint",
    "REAL": "double precision",
    "DOUBLE": "double precision",
}
_ENVELOPES = (0, 32, 48, 48, 64)


def copy(geopackage: str) -> int:
    """Copy the layer, with a primary key, a spatial index and an index on the country.

    :returns: number of rows
    """
    with (
        closing(sqlite3.connect(f"file:{geopackage}?mode=ro", uri=True)) as source,
        closing(psycopg2.connect("")) as db,
    ):
        described = [r for r in source.execute(f'PRAGMA table_info("{LAYER}")') if r[1] not in ("fid", "geom")]
        names = [r[1] for r in described]
        listed = ", ".join(f'"{n}"' for n in names)
        rows = [
            (*values, psycopg2.Binary(geom[8 + _ENVELOPES[geom[3] >> 1 & 7] :]))
            for geom, *values in source.execute(f'SELECT geom, {listed} FROM "{LAYER}" ORDER BY nuts_code')
        ]
        columns = [
            sql.SQL("{} {}").format(sql.Identifier(r[1]), sql.SQL(_TYPES.get(r[2].split("(")[0], "text")))
            for r in described
        ]
        with db, db.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS postgis")
            cursor.execute(
                sql.SQL("CREATE TABLE {} ({}, geom geometry(Geometry, 4326), PRIMARY KEY (nuts_code))").format(
                    sql.Identifier(LAYER), sql.SQL(", ").join(columns)
                )
            )
            template = "(" + ", ".join(["%s"] * len(names)) + ", ST_SetSRID(ST_GeomFromWKB(%s), 4326))"
            insert = sql.SQL("INSERT INTO {} ({}, geom) VALUES %s").format(
                sql.Identifier(LAYER), sql.SQL(", ").join(map(sql.Identifier, names))
            )
            execute_values(cursor, insert, rows, template=template)
            cursor.execute(sql.SQL("CREATE INDEX ON {} USING gist (geom)").format(sql.Identifier(LAYER)))
            cursor.execute(sql.SQL("CREATE INDEX ON {} (country)").format(sql.Identifier(LAYER)))
        with db, db.cursor() as cursor:
            cursor.execute("SELECT PostGIS_Version()")
        db.autocommit = True
        with db.cursor() as cursor:
            cursor.execute(sql.SQL("VACUUM ANALYZE {}").format(sql.Identifier(LAYER)))
    return len(rows)


if __name__ == "__main__":
    print(copy(sys.argv[1]))
