package org.teestriage.testing.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody without a mouse: tab, arrows, space, enter and letters. It counts what they press; typed words count once. */
public final class Keyboard {

    private static final int MOST = 150;

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

    /** Past what stands on every page, by the link that every page begins with. */
    public Keyboard skip() {
        return on("a.govuk-skip-link").press("Enter");
    }

    /** Tabs on to what carries these words, and no further than a page can be long. */
    public Keyboard to(String words) {
        return on("a, button, summary", words);
    }

    /** Follows a link or presses a button, and waits for the page that it leads to. */
    public Keyboard open(String words) {
        to(words);
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

    /** A radio button, with the arrows as browsers have it, or a box with space. */
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

    private Keyboard on(String selector, String words) {
        Locator wanted = focused().and(page.locator(selector));
        for (int i = 0; i < MOST; i++) {
            press("Tab");
            if (wanted.count() > 0 && wanted.innerText().strip().startsWith(words)) {
                return this;
            }
        }
        throw new AssertionError("no way by keyboard to " + selector + " " + words + " on " + page.url());
    }

    private Locator focused() {
        return page.locator(":focus");
    }
}
