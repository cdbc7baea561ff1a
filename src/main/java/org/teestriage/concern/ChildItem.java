package org.teestriage.concern;

/**
 * What a step or letter about one child is about: {@code 2} for the place where child 2 lives, {@code 2-now} for another one
 * where it is now.
 */
public record ChildItem(int child, boolean now) {

    private static final String NOW = "-now";

    /** @throws NumberFormatException if the item is not of a child */
    public static ChildItem of(String item) {
        boolean now = item.endsWith(NOW);
        return new ChildItem(Integer.parseInt(now ? item.substring(0, item.length() - NOW.length()) : item), now);
    }

    @Override
    public String toString() {
        return child + (now ? NOW : "");
    }
}
