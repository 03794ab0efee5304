"""How the knowledge goes out: JSON, CSV, XLSX, StratML, TOML; JSON and XLSX are read back too."""
