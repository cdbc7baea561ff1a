package org.teestriage.directory;

import org.jspecify.annotations.Nullable;

/**
 * The contact for a child who lives outside Tees.
 *
 * @param phone {@code null} if no number is known; a number is never invented
 */
public record OutsideContact(
        String name, String source, @Nullable Phone phone) {
    public OutsideContact {
        Preconditions.text(name, "an outside contact's name");
        Preconditions.text(source, "the source of outside contact " + name);
    }

    public String inWords() {
        return phone == null ? name : name + ", " + phone.number();
    }

    static OutsideContact toBeFoundFor(Authority authority) {
        return new OutsideContact(
                "the front door of " + authority.name(), "not on file; look it up on that council's website", null);
    }
}
