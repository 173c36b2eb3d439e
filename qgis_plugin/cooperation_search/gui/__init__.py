"""Windows and widgets. They ask the client in ``api`` and show what it answers; they open no connection themselves."""
