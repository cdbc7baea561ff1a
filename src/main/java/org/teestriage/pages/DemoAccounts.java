package org.teestriage.pages;

import io.quarkus.qute.TemplateGlobal;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whether made-up people sign in here. Asked of the setting itself, so that no page can forget the banner. */
@ApplicationScoped
class DemoAccounts {

    /** For the layout of every page. */
    @TemplateGlobal
    static boolean demoAccounts() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.security.users.embedded.enabled", boolean.class)
                .orElse(false);
    }

    boolean are() {
        return demoAccounts();
    }
}
