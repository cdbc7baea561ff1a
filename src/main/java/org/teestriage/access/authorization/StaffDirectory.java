package org.teestriage.access.authorization;

import java.util.List;
import java.util.Optional;
import org.teestriage.access.Officer;

/** A directory of accounts, which also lists people who have not signed in yet. */
public interface StaffDirectory {

    /** All enabled accounts of officers and managers; empty if the directory cannot be read now. */
    Optional<List<Officer>> staff();
}
