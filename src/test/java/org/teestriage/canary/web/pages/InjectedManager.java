package org.teestriage.canary.web.pages;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A class with a meaningless suffix and an injected field. */
class InjectedManager {

    @Inject
    @Nullable
    Object injected;
}
