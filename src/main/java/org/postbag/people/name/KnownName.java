package org.postbag.people.name;

/// The writer's name, and where the letter tells it.
public record KnownName(PersonName name, NameSource source) {}
