package org.teestriage.canary.web.pages;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A name that says nothing, and a field that somebody else fills. */
class InjectedManager {

    @Inject
    @Nullable
    Object filledBySomebody;
}
