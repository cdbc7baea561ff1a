package org.teestriage.concern;

/**
 * What a step or letter about one child is about: {@code 2} for the place where child 2 lives, {@code 2-now} for another one
 * where it is now.
 */
public record ChildItem(int child, boolean now) {

    private static final String NOW = "-now";

    /**
     * Reads an item.
     *
     * @throws NumberFormatException if it is not of a child
     */
    public static ChildItem of(String item) {
        boolean now = item.endsWith(NOW);
        return new ChildItem(Integer.parseInt(now ? item.substring(0, item.length() - NOW.length()) : item), now);
    }

    /** Any item of a step, as readers see it. */
    public static String inWords(String item) {
        return item.endsWith(NOW) ? of(item).child + ", where the child is now" : item;
    }

    @Override
    public String toString() {
        return child + (now ? NOW : "");
    }
}
