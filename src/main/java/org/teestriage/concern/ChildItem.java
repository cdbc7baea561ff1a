package org.teestriage.concern;

import java.util.Arrays;

/**
 * What a step or letter about one child is about: {@code 2} for the place where child 2 lives, {@code 2-now} for another one
 * where it is now, {@code 2-placing} for the authority that placed it.
 */
public record ChildItem(int child, Where where) {

    public enum Where {
        HOME(""),
        NOW("-now"),
        PLACING("-placing");

        private final String suffix;

        Where(String suffix) {
            this.suffix = suffix;
        }
    }

    /**
     * Reads an item.
     *
     * @throws NumberFormatException if it is not of a child
     */
    public static ChildItem of(String item) {
        Where where = where(item);
        return new ChildItem(Integer.parseInt(item.substring(0, item.length() - where.suffix.length())), where);
    }

    private static Where where(String item) {
        return Arrays.stream(Where.values())
                .filter(each -> each != Where.HOME && item.endsWith(each.suffix))
                .findFirst()
                .orElse(Where.HOME);
    }

    /** Any item of a step, as readers see it. */
    public static String inWords(String item) {
        return switch (where(item)) {
            case HOME -> item;
            case NOW -> of(item).child + ", where the child is now";
            case PLACING -> of(item).child + ", for the authority that placed the child";
        };
    }

    @Override
    public String toString() {
        return child + where.suffix;
    }
}
