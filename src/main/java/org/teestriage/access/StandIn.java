package org.teestriage.access;

/**
 * A manager who acts at one hub on one concern while no regular member of staff may.
 *
 * @param user user name; empty if there is no manager in line
 * @param lado whether the manager also acts on what concerns the LADO
 */
public record StandIn(String user, String hub, boolean lado) {

    /** Place of a stand-in for whom there is no manager in line. */
    public static StandIn vacant(String hub, boolean lado) {
        return new StandIn("", hub, lado);
    }

    public boolean isVacant() {
        return user.isEmpty();
    }
}
