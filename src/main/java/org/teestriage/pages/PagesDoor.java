package org.teestriage.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import org.teestriage.access.FrontDoor;
import org.teestriage.desk.Wording;

/** The door of everything that is not the API: it turns away by a page, which names 999 like every other. */
@ApplicationScoped
class PagesDoor implements FrontDoor {

    private final Wording wording;

    PagesDoor(Wording wording) {
        this.wording = wording;
    }

    /** The page. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance turnedAway(Wording.Emergency emergency, Why why);
    }

    @Override
    public boolean opens(String path) {
        return !path.startsWith("/api/");
    }

    @Override
    public Words turnAway(Why why) {
        return new Words(
                MediaType.TEXT_HTML + ";charset=UTF-8",
                Templates.turnedAway(wording.emergency(), why).render());
    }
}
