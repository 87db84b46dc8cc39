"""A browser reaches a real server, and what it loads comes from there alone."""


def test_the_first_page_loads_from_one_host_and_says_its_language(server, new_page):
    page = new_page(language="fr")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url)

    assert page.locator("html").get_attribute("lang") == "fr"
    assert [url for url in asked if not url.startswith(server.url)] == []
