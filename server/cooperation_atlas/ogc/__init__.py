"""OGC API - Features: parameters, encodings, schemas, and the pygeoapi plugins. Knows the engine, not how it stores."""
