package org.teestriage.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teestriage.testing.server.RealChromium;

/**
 * A signed-in user in a real browser. Every page passed to {@link #look} must pass axe without a violation, fit a
 * window of 320 pixels, and show the 999 advice. Console errors, script errors and dialogs fail the test.
 */
public final class BrowserUser implements AutoCloseable {

    private static final String LOOKED = "tees-triage.test.axe";

    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HIGH = 900;

    /** Pages already checked are not checked again. */
    private static final Set<String> SEEN = new HashSet<>();

    private final String user;
    private final BrowserContext context;
    private final Page page;
    private final boolean script;
    private final List<String> complaints = new ArrayList<>();

    private BrowserUser(String user, boolean script) {
        this.user = user;
        this.script = script;
        this.context = RealChromium.shared()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(RestAssured.baseURI + ":" + RestAssured.port)
                        .setJavaScriptEnabled(script)
                        .setViewportSize(WIDE, HIGH));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean answered =
                    message.text().startsWith("Failed to load resource: the server responded with a status of 4");
            if (message.type().equals("error") && !answered) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    public static BrowserUser as(String user) {
        return new BrowserUser(user, true).signIn();
    }

    public static BrowserUser withoutScript(String user) {
        return new BrowserUser(user, false).signIn();
    }

    public static BrowserUser in(String user, boolean script) {
        return new BrowserUser(user, script).signIn();
    }

    private BrowserUser signIn() {
        page.navigate("/sign-in");
        page.fill("#j_username", user);
        page.fill("#j_password", "demo");
        press("Sign in");
        return this;
    }

    public Page page() {
        return page;
    }

    /** Opens a path and returns the response status. */
    public int open(String address) {
        Response response = page.navigate(address);
        return response == null ? 0 : response.status();
    }

    public BrowserUser press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    public BrowserUser follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    public BrowserUser write(String name, String text) {
        field(name).fill(text);
        return this;
    }

    /** Chooses a radio button or checks a checkbox. */
    public BrowserUser choose(String name, String value) {
        page.locator("[name=\"%s\"][value=\"%s\"]".formatted(name, value)).check();
        return this;
    }

    public BrowserUser writeAll(Map<String, String> answers) {
        answers.forEach(this::write);
        return this;
    }

    public Locator field(String name) {
        return page.locator("[name='%s']".formatted(name));
    }

    public String main() {
        return page.locator("main").innerText();
    }

    /** Checks the current page in a wide and a narrow window and saves screenshots under this name. */
    public BrowserUser look(String name) {
        if (!SEEN.add(name + script)) {
            return this;
        }
        RealChromium.screenshot(page, name);
        if (script) {
            // Legacy mode opens no further page for the result; it is complete for pages without frames.
            assertThat(new AxeBuilder(page)
                            .setLegacyMode(true).analyze().getViolations().stream()
                                    .map(each -> each.getId() + " "
                                            + each.getNodes().get(0).getHtml())
                                    .toList())
                    .as(name)
                    .isEmpty();
            looked();
            page.setViewportSize(NARROW, HIGH);
            RealChromium.screenshot(page, name + "-narrow");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + name)
                    .isLessThanOrEqualTo(NARROW);
            page.setViewportSize(WIDE, HIGH);
        }
        assertThat(page.locator(".tt-danger").innerText()).as(name).contains("999");
        assertThat(complaints).as(name).isEmpty();
        return this;
    }

    /** Counted by system property for the whole JVM: every start of the application loads this class again. */
    private static void looked() {
        int all = Integer.getInteger(LOOKED, 0) + 1;
        System.setProperty(LOOKED, String.valueOf(all));
        System.out.println("AXE " + all + " pages and states so far, without a violation");
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
