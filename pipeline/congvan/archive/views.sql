CREATE VIEW v_files AS SELECT sha256, path FROM files;
