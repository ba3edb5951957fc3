// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "tests/sources/sourcedriver.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

using Values = QMap<QString, QString>;

/// What each vendor cannot do without.
Values minimalFor(const QString &type)
{
    if (type == u"asana"_s)
        return {{u"workspace_gid"_s, u"1337"_s}};
    if (type == u"paradime"_s)
        return {{u"endpoint"_s, u"https://api.paradime.io/api/v1/t0ken/graphql"_s}};
    return {};
}

Result<SourceSettings> settingsOf(const QString &type, Values changed)
{
    Values values = minimalFor(type);
    values.insert(changed);
    return SourceSettings::fromValues(findSource(type)->type(), values);
}

void badUrls(const QString &type, const QString &key)
{
    const auto row = [&](const char *name, const QString &url, const QString &says) {
        QTest::addRow("%s: %s", qPrintable(type), name) << type << Values{{key, url}} << says;
    };
    row("http elsewhere", u"http://api.example.com/t0ken"_s, u"https"_s);
    row("http to a private address", u"http://192.168.1.1/t0ken"_s, u"https"_s);
    row("loopback as a prefix", u"http://127.0.0.1.example.com/t0ken"_s, u"https"_s);
    row("localhost as a prefix", u"http://localhost.example.com/t0ken"_s, u"https"_s);
    row("loopback as user name", u"http://127.0.0.1@example.com/t0ken"_s, u"user name"_s);
    row("user info", u"https://me:t0ken@example.com/"_s, u"user name"_s);
    row("query", u"https://example.com/t0ken?x=1"_s, u"?"_s);
    row("empty query", u"https://example.com/t0ken?"_s, u"?"_s);
    row("fragment", u"https://example.com/t0ken#x"_s, u"#"_s);
    row("other scheme", u"ftp://example.com/t0ken"_s, u"https"_s);
    row("file", u"file:///etc/t0ken"_s, u"is not a URL"_s);
    row("no scheme", u"example.com/t0ken"_s, u"is not a URL"_s);
    row("no host", u"https:///t0ken"_s, u"is not a URL"_s);
    row("space inside", u"https://exa mple.com/t0ken"_s, u"is not a URL"_s);
    row("line break", u"https://example.com/\nt0ken"_s, u"line break"_s);
}

} // namespace

class SourceTypeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheFiveVendorsInOrder();
    void describesEveryFieldForPeople();
    void hasTheDocumentedSettings_data();
    void hasTheDocumentedSettings();
    void acceptsGoodValues_data();
    void acceptsGoodValues();
    void refusesBadValuesWithASentence_data();
    void refusesBadValuesWithASentence();
    void offersSecodasHosts();
    void hasOneAddressThatIsTheOrigin();
    void knowsTheVendorsOwnOrigins();
    void keepsDefaultsOutOfWhatIsStored();
    void readsTimesAndDates();
    void changesTheFingerprintWithUrlAccountAndScopeOnly_data();
    void changesTheFingerprintWithUrlAccountAndScopeOnly();
    void fingerprintsTheTypeToo();
};

void SourceTypeTest::listsTheFiveVendorsInOrder()
{
    QStringList names;
    for (const Source *source : allSources()) {
        names.append(source->type().name);
        QCOMPARE(findSource(source->type().name), source);
        QCOMPARE(findSource(source->vendor()), source);
        QCOMPARE(source->type().name.toStdString(), std::string(name(source->vendor())));
        QVERIFY(!source->rowPaths().empty());
    }
    QCOMPARE(names, QStringList({u"asana"_s, u"secoda"_s, u"datafold"_s, u"paradime"_s, u"nected"_s}));
    QCOMPARE(findSource(u"Asana"_s), nullptr);
    QCOMPARE(findSource(QString()), nullptr);
}

void SourceTypeTest::describesEveryFieldForPeople()
{
    for (const Source *source : allSources()) {
        for (const SettingField &field : source->type().settings) {
            QVERIFY2(!field.label.isEmpty() && field.help.endsWith(u'.'), qUtf8Printable(field.key));
            QCOMPARE(source->type().setting(field.key)->key, field.key);
        }
        for (const SecretField &field : source->type().secrets) {
            QVERIFY2(!field.label.isEmpty() && field.help.endsWith(u'.'), qUtf8Printable(field.key));
            QCOMPARE(source->type().secret(field.key)->key, field.key);
        }
        QCOMPARE(source->type().setting(u"nothing"_s), nullptr);
        QCOMPARE(source->type().secret(u"nothing"_s), nullptr);
    }
}

void SourceTypeTest::hasTheDocumentedSettings_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QStringList>("scope");
    QTest::addColumn<QStringList>("secrets");
    QTest::newRow("asana") << u"asana"_s << QStringList{u"base_url"_s, u"workspace_gid"_s, u"initial_days"_s}
                           << QStringList{u"start_at"_s,   u"end_at"_s,    u"event_type"_s,
                                          u"actor_type"_s, u"actor_gid"_s, u"resource_gid"_s}
                           << QStringList{u"access_token"_s};
    QTest::newRow("secoda") << u"secoda"_s << QStringList{u"base_url"_s, u"initial_days"_s}
                            << QStringList{u"filter"_s} << QStringList{u"api_key"_s};
    QTest::newRow("datafold") << u"datafold"_s << QStringList{u"base_url"_s, u"initial_days"_s}
                              << QStringList{u"start_date"_s, u"end_date"_s} << QStringList{u"api_key"_s};
    QTest::newRow("paradime") << u"paradime"_s
                              << QStringList{u"endpoint"_s, u"workspace_uid"_s, u"initial_days"_s}
                              << QStringList() << QStringList{u"api_key"_s, u"api_secret"_s};
    QTest::newRow("nected") << u"nected"_s
                            << QStringList{u"base_url"_s, u"module"_s, u"api_generation"_s, u"branch"_s,
                                           u"initial_days"_s}
                            << QStringList{u"search"_s,      u"type"_s,      u"event"_s,  u"status"_s,
                                           u"environment"_s, u"startDate"_s, u"endDate"_s}
                            << QStringList{u"api_key"_s};
}

void SourceTypeTest::hasTheDocumentedSettings()
{
    QFETCH(QString, type);
    QFETCH(QStringList, settings);
    QFETCH(QStringList, scope);
    QFETCH(QStringList, secrets);
    QStringList foundSettings;
    QStringList foundScope;
    QStringList foundSecrets;
    for (const SettingField &field : findSource(type)->type().settings)
        (field.scope ? foundScope : foundSettings).append(field.key);
    for (const SecretField &field : findSource(type)->type().secrets)
        foundSecrets.append(field.key);
    QCOMPARE(foundSettings, settings);
    QCOMPARE(foundScope, scope);
    QCOMPARE(foundSecrets, secrets);
}

void SourceTypeTest::acceptsGoodValues_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Values>("values");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *name, const QString &type, const QString &key, const QString &typed,
                        const QString &kept) {
        QTest::newRow(name) << type << Values{{key, typed}} << key << kept;
    };
    row("default", u"asana"_s, u"base_url"_s, {}, u"https://app.asana.com/api/1.0"_s);
    row("trailing slash", u"asana"_s, u"base_url"_s, u"https://example.com/api//"_s,
        u"https://example.com/api"_s);
    row("spaces around", u"asana"_s, u"base_url"_s, u"  https://example.com/api \n"_s,
        u"https://example.com/api"_s);
    row("http to 127.0.0.1", u"asana"_s, u"base_url"_s, u"http://127.0.0.1:8080"_s,
        u"http://127.0.0.1:8080"_s);
    row("http within 127/8", u"asana"_s, u"base_url"_s, u"http://127.255.3.4"_s, u"http://127.255.3.4"_s);
    row("http to ::1", u"asana"_s, u"base_url"_s, u"http://[::1]:8080"_s, u"http://[::1]:8080"_s);
    row("http to localhost", u"asana"_s, u"base_url"_s, u"http://LOCALHOST:1"_s, u"http://LOCALHOST:1"_s);
    row("on premise", u"secoda"_s, u"base_url"_s, u"https://acme.secoda.co"_s, u"https://acme.secoda.co"_s);
    row("endpoint as typed", u"paradime"_s, u"endpoint"_s, u"https://example.com/t0ken/"_s,
        u"https://example.com/t0ken/"_s);
    row("everything", u"asana"_s, u"initial_days"_s, u"0"_s, u"0"_s);
    row("most days", u"asana"_s, u"initial_days"_s, u"36500"_s, u"36500"_s);
    row("days with zeros", u"asana"_s, u"initial_days"_s, u"007"_s, u"7"_s);
    row("days by default", u"secoda"_s, u"initial_days"_s, {}, u"90"_s);
    row("actor type", u"asana"_s, u"actor_type"_s, u"anonymous"_s, u"anonymous"_s);
    row("time with a zone", u"asana"_s, u"start_at"_s, u"2026-11-20T09:15:00+05:30"_s,
        u"2026-11-20T09:15:00+05:30"_s);
    row("date", u"nected"_s, u"startDate"_s, u"2026-11-20"_s, u"2026-11-20"_s);
    row("filter", u"secoda"_s, u"filter"_s, uR"({"operator":"and", "operands":[]})"_s,
        uR"({"operator":"and", "operands":[]})"_s);
    row("module by default", u"nected"_s, u"module"_s, {}, u"audit"_s);
    row("generation by default", u"nected"_s, u"api_generation"_s, {}, u"reference"_s);
    row("open choice", u"nected"_s, u"type"_s, u"somethingNew"_s, u"somethingNew"_s);
    row("comma in a choice", u"nected"_s, u"status"_s, u"error,Failed"_s, u"error,Failed"_s);
    QTest::newRow("v1 with its branch")
        << u"nected"_s << Values{{u"api_generation"_s, u"v1"_s}, {u"branch"_s, u"main"_s}} << u"branch"_s
        << u"main"_s;
}

void SourceTypeTest::acceptsGoodValues()
{
    QFETCH(QString, type);
    QFETCH(Values, values);
    QFETCH(QString, key);
    QFETCH(QString, kept);
    const Result<SourceSettings> settings = settingsOf(type, values);
    QVERIFY2(settings.hasValue(), settings ? "" : qUtf8Printable(settings.error().message));
    QCOMPARE(settings->value(key), kept);
}

void SourceTypeTest::refusesBadValuesWithASentence_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Values>("values");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &type, const Values &values, const QString &says) {
        QTest::newRow(name) << type << values << says;
    };
    for (const QString &type : {u"asana"_s, u"secoda"_s, u"datafold"_s, u"nected"_s})
        badUrls(type, u"base_url"_s);
    badUrls(u"paradime"_s, u"endpoint"_s);
    row("unknown, with a suggestion", u"asana"_s, {{u"workspace_gdi"_s, u"1"_s}}, u"workspace_gid"_s);
    row("unknown, without one", u"secoda"_s, {{u"zzzzzzzzz"_s, u"1"_s}}, u"base_url, initial_days, filter"_s);
    row("missing", u"asana"_s, {{u"workspace_gid"_s, QString()}}, u"workspace_gid"_s);
    row("missing endpoint", u"paradime"_s, {{u"endpoint"_s, u"  "_s}}, u"endpoint"_s);
    row("workspace not digits", u"asana"_s, {{u"workspace_gid"_s, u"12a"_s}}, u"digits"_s);
    row("workspace with foreign digits", u"asana"_s, {{u"workspace_gid"_s, u"١٢"_s}}, u"digits"_s);
    row("workspace as a path", u"asana"_s, {{u"workspace_gid"_s, u"1/../2"_s}}, u"digits"_s);
    row("negative days", u"asana"_s, {{u"initial_days"_s, u"-1"_s}}, u"36500"_s);
    row("too many days", u"asana"_s, {{u"initial_days"_s, u"36501"_s}}, u"36500"_s);
    row("half a day", u"asana"_s, {{u"initial_days"_s, u"1.5"_s}}, u"whole number"_s);
    row("plus sign", u"asana"_s, {{u"initial_days"_s, u"+5"_s}}, u"whole number"_s);
    row("no number", u"asana"_s, {{u"initial_days"_s, u"all"_s}}, u"whole number"_s);
    row("closed choice", u"asana"_s, {{u"actor_type"_s, u"robot"_s}}, u"external_administrator"_s);
    row("both actors", u"asana"_s, {{u"actor_type"_s, u"user"_s}, {u"actor_gid"_s, u"1"_s}}, u"actor_gid"_s);
    row("no time", u"asana"_s, {{u"start_at"_s, u"yesterday"_s}}, u"2026-11-20"_s);
    row("no such day", u"datafold"_s, {{u"start_date"_s, u"2026-02-30"_s}}, u"start_date"_s);
    row("empty interval", u"datafold"_s,
        {{u"start_date"_s, u"2026-02-02"_s}, {u"end_date"_s, u"2026-02-02T00:00:00Z"_s}}, u"earlier"_s);
    row("backwards", u"nected"_s, {{u"startDate"_s, u"2026-02-03"_s}, {u"endDate"_s, u"2026-02-02"_s}},
        u"earlier"_s);
    row("backwards, Asana", u"asana"_s, {{u"start_at"_s, u"2026-02-03"_s}, {u"end_at"_s, u"2026-02-02"_s}},
        u"earlier"_s);
    row("filter not JSON", u"secoda"_s, {{u"filter"_s, u"{"_s}}, u"JSON object"_s);
    row("filter is a list", u"secoda"_s, {{u"filter"_s, u"[]"_s}}, u"JSON object"_s);
    row("v1 without its branch", u"nected"_s, {{u"api_generation"_s, u"v1"_s}}, u"branch"_s);
    row("unknown generation", u"nected"_s, {{u"api_generation"_s, u"v2"_s}}, u"reference, v1"_s);
    row("branch that ends the header", u"nected"_s,
        {{u"api_generation"_s, u"v1"_s}, {u"branch"_s, u"a\r\nX: y"_s}}, u"line break"_s);
    row("branch with a space", u"nected"_s, {{u"api_generation"_s, u"v1"_s}, {u"branch"_s, u"a b"_s}},
        u"without spaces"_s);
    row("module with an accent", u"nected"_s, {{u"module"_s, u"é"_s}}, u"without spaces"_s);
    row("workspace uid", u"paradime"_s, {{u"workspace_uid"_s, u"a b"_s}}, u"without spaces"_s);
    row("control character", u"nected"_s, {{u"search"_s, u"a\u0007b"_s}}, u"control character"_s);
    row("too long", u"nected"_s, {{u"search"_s, QString(4097, u'x')}}, u"4096"_s);
}

void SourceTypeTest::refusesBadValuesWithASentence()
{
    QFETCH(QString, type);
    QFETCH(Values, values);
    QFETCH(QString, says);
    const Result<SourceSettings> settings = settingsOf(type, values);
    QVERIFY(!settings.hasValue());
    QCOMPARE(settings.error().kind, ErrorKind::Usage);
    const QString message = settings.error().message;
    QVERIFY2(message.contains(says), qUtf8Printable(message));
    QVERIFY2(message.endsWith(u'.') || message.endsWith(u'?'), qUtf8Printable(message));
    QVERIFY2(!message.contains(u"t0ken"_s), qUtf8Printable(message));
    const QStringList keys = values.keys();
    QVERIFY(std::any_of(keys.begin(), keys.end(), [&](const QString &key) { return message.contains(key); }));
}

void SourceTypeTest::offersSecodasHosts()
{
    const SettingField *host = findSource(Vendor::Secoda)->type().setting(u"base_url"_s);
    QCOMPARE(
        host->choices,
        QStringList({u"https://api.secoda.co"_s, u"https://eapi.secoda.co"_s, u"https://aapi.secoda.co"_s}));
    QVERIFY(host->choicesAreOpen);
}

void SourceTypeTest::hasOneAddressThatIsTheOrigin()
{
    for (const Source *source : allSources()) {
        const SourceType &type = source->type();
        const auto isAddress = [](const SettingField &field) {
            return field.kind == SettingKind::BaseUrl || field.kind == SettingKind::Endpoint;
        };
        QCOMPARE(std::ranges::count_if(type.settings, isAddress), 1);
        QVERIFY(type.address().required);
        QMap<QString, QString> values{{type.address().key, u"https://x.example:8443/below"_s}};
        for (const SettingField &field : type.settings) {
            if (field.required && !isAddress(field))
                values.insert(field.key, u"1200"_s);
        }
        const auto settings = SourceSettings::fromValues(type, values);
        QVERIFY2(settings, qPrintable(type.name));
        QCOMPARE(settings->origin().text(), u"https://x.example:8443"_s);
    }
    QVERIFY(SourceSettings().origin().isNowhere());
}

void SourceTypeTest::knowsTheVendorsOwnOrigins()
{
    const auto isOwn = [](const char *type, const char *url) {
        return findSource(QLatin1String(type))->type().isVendorsOwn(Origin::of(QUrl(QLatin1String(url))));
    };
    QVERIFY(isOwn("asana", "https://app.asana.com/api/1.0"));
    QVERIFY(isOwn("secoda", "https://eapi.secoda.co"));
    QVERIFY(!isOwn("secoda", "https://app.asana.com"));
    QVERIFY(!isOwn("asana", "http://app.asana.com"));
    QVERIFY(!isOwn("asana", "https://app.asana.com:444"));
    QVERIFY(!isOwn("asana", ""));
    QVERIFY(!isOwn("paradime", "https://api.paradime.io")); // each account has its own
    QVERIFY(!isOwn("paradime", ""));
}

void SourceTypeTest::keepsDefaultsOutOfWhatIsStored()
{
    const Result<SourceSettings> settings = settingsOf(u"asana"_s, {{u"start_at"_s, u" "_s}});
    QCOMPARE(settings->values(), (Values{{u"workspace_gid"_s, u"1337"_s}}));
    QCOMPARE(settings->initialDays(), 90);
    QCOMPARE(settings->value(u"start_at"_s), QString());
    QCOMPARE(settings->value(u"nothing"_s), QString());
}

void SourceTypeTest::readsTimesAndDates()
{
    const Result<SourceSettings> settings = settingsOf(
        u"asana"_s, {{u"start_at"_s, u"2026-11-20"_s}, {u"end_at"_s, u"2026-11-21 01:30+05:30"_s}});
    QCOMPARE(settings->time(u"start_at"_s)->value, at("2026-11-20T00:00:00Z").value);
    QCOMPARE(settings->time(u"end_at"_s)->value, at("2026-11-20T20:00:00Z").value);
    QVERIFY(!settings->time(u"event_type"_s).has_value());
}

void SourceTypeTest::changesTheFingerprintWithUrlAccountAndScopeOnly_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Values>("values");
    QTest::addColumn<bool>("changes");
    QTest::newRow("days") << u"asana"_s << Values{{u"initial_days"_s, u"3"_s}} << false;
    QTest::newRow("default typed out")
        << u"asana"_s << Values{{u"base_url"_s, u"https://app.asana.com/api/1.0/"_s}} << false;
    QTest::newRow("url") << u"asana"_s << Values{{u"base_url"_s, u"https://example.com"_s}} << true;
    QTest::newRow("account") << u"asana"_s << Values{{u"workspace_gid"_s, u"1338"_s}} << true;
    QTest::newRow("scope") << u"asana"_s << Values{{u"event_type"_s, u"task_deleted"_s}} << true;
    QTest::newRow("endpoint") << u"paradime"_s << Values{{u"endpoint"_s, u"https://example.com/b"_s}} << true;
    QTest::newRow("module") << u"nected"_s << Values{{u"module"_s, u"rule-engine"_s}} << true;
    QTest::newRow("branch") << u"nected"_s << Values{{u"branch"_s, u"main"_s}} << true;
}

void SourceTypeTest::changesTheFingerprintWithUrlAccountAndScopeOnly()
{
    QFETCH(QString, type);
    QFETCH(Values, values);
    QFETCH(bool, changes);
    const QByteArray before = settingsOf(type, {})->fingerprint();
    const QByteArray after = settingsOf(type, values)->fingerprint();
    QCOMPARE(before.size(), 64);
    QCOMPARE(before.toLower(), before);
    QVERIFY(QByteArray::fromHex(before).size() == 32);
    QCOMPARE(before != after, changes);
    QCOMPARE(settingsOf(type, values)->fingerprint(), after);
}

void SourceTypeTest::fingerprintsTheTypeToo()
{
    const Values same{{u"base_url"_s, u"https://example.com"_s}};
    QVERIFY(settingsOf(u"secoda"_s, same)->fingerprint() != settingsOf(u"datafold"_s, same)->fingerprint());
    // One long value is not two short ones.
    QVERIFY(settingsOf(u"nected"_s, {{u"search"_s, u"a"_s}, {u"type"_s, u"b"_s}})->fingerprint()
            != settingsOf(u"nected"_s, {{u"search"_s, u"atypeb"_s}})->fingerprint());
}

TRAILGLASS_TEST(SourceTypeTest)
#include "tst_sourcetype.moc"
