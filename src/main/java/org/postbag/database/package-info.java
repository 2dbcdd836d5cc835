/// Where everything durable stands: one data source, its migrations, its transactions. SQLite in
/// the data folder by default; PostgreSQL when several nodes share the work.
///
/// **What can fail.** A full disk or a lost server: the statement throws, nothing of the
/// transaction stays, and the caller tries again later.
///
/// **Settings.** [org.postbag.database.DatabaseSettings].
@NullMarked
package org.postbag.database;

import org.jspecify.annotations.NullMarked;
