package org.teestriage.directory;

import org.jspecify.annotations.Nullable;

/**
 * The right front door for a child who lives outside Tees.
 *
 * @param phone {@code null} where no number could be found: better none than an invented one
 */
public record OutsideContact(
        String name, String source, @Nullable Phone phone) {
    public OutsideContact {
        Preconditions.text(name, "a door's name");
        Preconditions.text(source, "the source of door " + name);
    }

    static OutsideContact toBeFoundFor(Authority authority) {
        return new OutsideContact(
                "the front door of " + authority.name(), "not on file; look it up on that council's website", null);
    }
}
