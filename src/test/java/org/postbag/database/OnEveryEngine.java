package org.postbag.database;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests that hold on every engine: each one runs once on each, on a database of its own.
@ParameterizedClass
@EnumSource
public abstract class OnEveryEngine {
  protected final Database database;

  protected OnEveryEngine(Engine engine) {
    this(engine.open());
  }

  protected OnEveryEngine(Database database) {
    this.database = database;
  }

  @AfterEach
  protected final void closeDatabase() {
    database.close();
  }
}
