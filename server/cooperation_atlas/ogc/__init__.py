"""OGC API - Features: parameters, encodings, schemas, and the pygeoapi plugins. Knows the store, not how it stores."""
