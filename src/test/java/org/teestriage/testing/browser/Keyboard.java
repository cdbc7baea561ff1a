package org.teestriage.testing.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A user with a keyboard only: tab, arrows, space, enter and letters. Counts the key presses; typed text counts as one.
 */
public final class Keyboard {

    private static final int MAX_TABS = 150;

    private final Page page;
    private final AtomicInteger loaded = new AtomicInteger();
    private int pressed;

    public Keyboard(Page page) {
        this.page = page;
        page.onDOMContentLoaded(each -> loaded.incrementAndGet());
    }

    public int pressed() {
        return pressed;
    }

    public Keyboard press(String key) {
        page.keyboard().press(key);
        pressed++;
        return this;
    }

    /** Skips the page header by the skip link. */
    public Keyboard skip() {
        return on("a.govuk-skip-link").press("Enter");
    }

    /** Tabs to the element with this text; fails after too many tabs. */
    public Keyboard to(String text) {
        return on("a, button, summary", text);
    }

    /** Activates a link or button and waits for the next page. */
    public Keyboard open(String text) {
        to(text);
        int before = loaded.get();
        press("Enter");
        page.waitForCondition(() -> loaded.get() > before);
        return this;
    }

    public Keyboard write(String name, String text) {
        on("[name='%s']".formatted(name));
        page.keyboard().type(text);
        pressed++;
        return this;
    }

    /** Chooses a radio button with the arrow keys or a checkbox with the space bar. */
    public Keyboard choose(String name, String value) {
        String wanted = "[name='%s'][value='%s']".formatted(name, value);
        on("[name='%s']".formatted(name));
        if (page.locator(wanted).getAttribute("type").equals("checkbox")) {
            while (!focused().and(page.locator(wanted)).isVisible()) {
                press("Tab");
            }
            return press("Space");
        }
        if (focused().and(page.locator(wanted)).isVisible()) {
            return press("Space");
        }
        while (!page.locator(wanted).isChecked()) {
            press("ArrowDown");
        }
        return this;
    }

    private Keyboard on(String selector) {
        return on(selector, "");
    }

    private Keyboard on(String selector, String text) {
        Locator wanted = focused().and(page.locator(selector));
        for (int i = 0; i < MAX_TABS; i++) {
            press("Tab");
            if (wanted.count() > 0 && wanted.innerText().strip().startsWith(text)) {
                return this;
            }
        }
        throw new AssertionError("no way by keyboard to " + selector + " " + text + " on " + page.url());
    }

    private Locator focused() {
        return page.locator(":focus");
    }
}
