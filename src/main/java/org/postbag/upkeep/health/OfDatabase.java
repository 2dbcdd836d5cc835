package org.postbag.upkeep.health;

/// A check that asks the database.
interface OfDatabase extends HealthCheck {}
