package org.postbag;

import java.nio.file.Path;

/// Where the program's files stand.
///
/// @param config `application.yaml`, `topics/` and `replies/`
/// @param data what must last: the database, the index, replaced tokens
public record Folders(Path config, Path data) {}
