// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/vendorworkspace.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = SecretReference::Kind;

const Error NoKeychain{ErrorKind::SecretUnavailable, u"There is no keychain."_s};

} // namespace

class SourceServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }

    void listsNothingUntilTheFirstIsSaved();
    void checksBeforeItStores_data();
    void checksBeforeItStores();
    void takesBackASourceWithoutItsKey();
    void keepsWhatIsNotTyped();
    void movesAKeyToAnotherPlace();
    void asksForTheKeyAgainWhenItsPlaceChanges();
    void testsWithWhatIsTypedAndWhatIsStored();
    void tellsWhatTheVendorSaysToAWrongKey();
    void endsATestOnceWhenItIsCancelled();
    void removesTheKeyWithTheSource_data();
    void removesTheKeyWithTheSource();
    void removesNothingWhileASyncIsOn();
    void removesTheSourceOfARefusingKeychainAllTheSame();
    void saysOnceThatTheWorkspaceIsNewer();

private:
    [[nodiscard]] Result<QStringList> remove(SourceId source, bool withEvents);
    [[nodiscard]] ConnectionReport test(const SourceInput &input);

    std::unique_ptr<VendorWorkspace> m_world;
};

void SourceServiceTest::init()
{
    failOnWarnings();
    m_world = std::make_unique<VendorWorkspace>();
    QVERIFY(m_world->servers.listen());
}

Result<QStringList> SourceServiceTest::remove(SourceId source, bool withEvents)
{
    std::optional<Result<QStringList>> result;
    m_world->service->remove(source, withEvents,
                             [&result](const Result<QStringList> &removed) { result = removed; });
    [&result] {
        QVERIFY(!result);
        QTRY_VERIFY_WITH_TIMEOUT(result, 60'000);
    }();
    return result.value_or(Error{ErrorKind::Internal, u"no result"_s});
}

ConnectionReport SourceServiceTest::test(const SourceInput &input)
{
    std::optional<ConnectionReport> report;
    m_world->service->test(input, [&report](const ConnectionReport &done) { report = done; });
    [&report] {
        QVERIFY(!report);
        QTRY_VERIFY_WITH_TIMEOUT(report, 60'000);
    }();
    return report.value_or(ConnectionReport());
}

void SourceServiceTest::listsNothingUntilTheFirstIsSaved()
{
    QSignalSpy listed(m_world->service.get(), &SourceService::listed);
    m_world->service->reload();
    QTRY_COMPARE(listed.size(), 1);
    QVERIFY(m_world->service->entries().isEmpty());
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Secoda, Kind::Keychain)));
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana)));
    QTRY_COMPARE(m_world->service->entries().size(), 2); // without being asked
    QCOMPARE(m_world->service->entries().first().record.name, u"my asana"_s);
    QCOMPARE(m_world->service->entries().first().state.events, 0);
    QCOMPARE(m_world->keychain.secrets.size(), 1);
}

void SourceServiceTest::checksBeforeItStores_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("key");
    const QString url = u"https://app.datafold.com"_s;
    QTest::newRow("no name") << QString() << u"datafold"_s << url << u"key"_s;
    QTest::newRow("space at the end") << u"work "_s << u"datafold"_s << url << u"key"_s;
    QTest::newRow("control character") << u"wo\u202erk"_s << u"datafold"_s << url << u"key"_s;
    QTest::newRow("unknown vendor") << u"work"_s << u"folddata"_s << url << u"key"_s;
    QTest::newRow("plain http") << u"work"_s << u"datafold"_s << u"http://example.com"_s << u"key"_s;
    QTest::newRow("no key") << u"work"_s << u"datafold"_s << url << QString();
}

void SourceServiceTest::checksBeforeItStores()
{
    QFETCH(QString, name);
    QFETCH(QString, type);
    QFETCH(QString, url);
    QFETCH(QString, key);
    SourceInput input{
        .id = {}, .name = name, .type = type, .settings = {{u"base_url"_s, url}}, .secrets = {}};
    SecretInput secret{{Kind::Session}, {}};
    if (!key.isEmpty())
        secret.value = *Secret::fromText(key.toUtf8());
    input.secrets.insert(u"api_key"_s, secret);
    const auto saved = m_world->save(input);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Usage);
    QVERIFY(!saved.error().message.isEmpty());
    QVERIFY(!QFile::exists(WorkspacePaths::of(m_world->folder.path()).database));
    QCOMPARE(test(input).error->kind, ErrorKind::Usage);
}

void SourceServiceTest::takesBackASourceWithoutItsKey()
{
    m_world->keychain.refuses = NoKeychain;
    const auto refused = m_world->save(m_world->input(Vendor::Asana, Kind::Keychain));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::SecretUnavailable);
    QVERIFY(m_world->reader()->sources()->isEmpty()); // as if it had never been
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana, Kind::Session)));
    QVERIFY(!m_world->source(u"my asana"_s).removed);
    QVERIFY(!test(m_world->input(Vendor::Asana)).error);
}

void SourceServiceTest::keepsWhatIsNotTyped()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana, Kind::Keychain)));
    const auto kept = m_world->keychain.secrets;
    SourceInput changed = m_world->input(Vendor::Asana, Kind::Keychain);
    changed.id = m_world->source(u"my asana"_s).id;
    changed.name = u"another"_s; // fixed: not looked at
    changed.settings.insert(u"initial_days"_s, u"7"_s);
    for (SecretInput &secret : changed.secrets)
        secret.value.reset();
    VERIFY_RESULT(m_world->save(changed));
    const SourceRecord record = m_world->source(u"my asana"_s);
    QCOMPARE(record.settings.value(u"initial_days"_s), u"7"_s);
    QCOMPARE(record.secrets.size(), 1);
    QCOMPARE(m_world->keychain.secrets, kept);
    QVERIFY(!test(changed).error);
}

void SourceServiceTest::movesAKeyToAnotherPlace()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana, Kind::Keychain)));
    SourceInput moved = m_world->input(Vendor::Asana);
    moved.id = m_world->source(u"my asana"_s).id;
    moved.secrets = {{u"access_token"_s, {{Kind::Environment, u"ASANA_TOKEN"_s}, {}}}};
    VERIFY_RESULT(m_world->save(moved));
    QCOMPARE(m_world->source(u"my asana"_s).secrets.value(u"access_token"_s),
             (SecretReference{Kind::Environment, u"ASANA_TOKEN"_s}));
    QVERIFY(m_world->keychain.secrets.isEmpty()); // nobody reads it there any more
}

void SourceServiceTest::asksForTheKeyAgainWhenItsPlaceChanges()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana, Kind::Keychain)));
    SourceInput moved = m_world->input(Vendor::Asana, Kind::Session);
    moved.id = m_world->source(u"my asana"_s).id;
    moved.secrets[u"access_token"_s].value.reset();
    const auto saved = m_world->save(moved);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Usage);
    QCOMPARE(m_world->keychain.secrets.size(), 1);
}

void SourceServiceTest::testsWithWhatIsTypedAndWhatIsStored()
{
    const SourceInput typed = m_world->input(Vendor::Secoda);
    const ConnectionReport first = test(typed);
    QVERIFY2(!first.error, qPrintable(first.error ? first.error->message : QString()));
    QVERIFY(first.rows > 0);
    QCOMPARE(first.source, u"my secoda"_s);
    QVERIFY(!QFile::exists(WorkspacePaths::of(m_world->folder.path()).database)); // keeps nothing
    VERIFY_RESULT(m_world->save(typed));
    SourceInput stored = typed;
    stored.id = m_world->source(u"my secoda"_s).id;
    stored.secrets.clear();
    QVERIFY(!test(stored).error);
}

void SourceServiceTest::tellsWhatTheVendorSaysToAWrongKey()
{
    SourceInput wrong = m_world->input(Vendor::Asana);
    wrong.secrets[u"access_token"_s].value = *Secret::fromText("wrong");
    const ConnectionReport report = test(wrong);
    QVERIFY(report.error);
    QCOMPARE(report.error->kind, ErrorKind::Unauthorized);
    QVERIFY(!report.error->message.contains(u"wrong"_s));
}

void SourceServiceTest::endsATestOnceWhenItIsCancelled()
{
    m_world->servers.asana().faults().every(1, {.kind = Fault::Kind::Hang});
    QList<ErrorKind> ends;
    const auto note = [&ends](const ConnectionReport &report) {
        ends.append(report.error ? report.error->kind : ErrorKind::Internal);
    };
    bool asked = false;
    connect(&m_world->servers.asana().http(), &FakeHttpServer::requested, this, [&asked] { asked = true; });
    m_world->service->test(m_world->input(Vendor::Asana), note);
    QTRY_VERIFY(asked);
    m_world->service->test(m_world->input(Vendor::Asana), note); // ends the one before
    m_world->service->cancelTest();
    m_world->service->cancelTest();
    QVERIFY(ends.isEmpty());
    QTRY_COMPARE(ends, (QList{ErrorKind::Cancelled, ErrorKind::Cancelled}));
    QVERIFY(!test(m_world->input(Vendor::Secoda)).error);
    QCOMPARE(ends.size(), 2);
    m_world->service->test(m_world->input(Vendor::Asana), note);
    m_world->service.reset();
    QCOMPARE(ends.size(), 2);
}

void SourceServiceTest::removesTheKeyWithTheSource_data()
{
    QTest::addColumn<bool>("withEvents");
    QTest::newRow("events stay") << false;
    QTest::newRow("with its events") << true;
}

void SourceServiceTest::removesTheKeyWithTheSource()
{
    QFETCH(bool, withEvents);
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana, Kind::Keychain)));
    const SourceId id = m_world->source(u"my asana"_s).id;
    QVERIFY((*EventWriter::open(m_world->folder.path()))->commit(page(id, {makeEvent("1")})));
    VERIFY_RESULT(remove(id, withEvents));
    QVERIFY(m_world->keychain.secrets.isEmpty());
    QCOMPARE(m_world->reader()->sources()->size(), withEvents ? 0 : 1);
    QCOMPARE(allEvents(*m_world->reader()).size(), std::size_t(withEvents ? 0 : 1));
    QTRY_COMPARE(m_world->service->entries().size(), withEvents ? 0 : 1);
    VERIFY_RESULT(WorkspaceLock::acquire(WorkspacePaths::of(m_world->folder.path()), u"test"_s));
    if (withEvents)
        QCOMPARE(remove(id, false).error().kind, ErrorKind::NotFound);
}

void SourceServiceTest::removesNothingWhileASyncIsOn()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana, Kind::Keychain)));
    const SourceId id = m_world->source(u"my asana"_s).id;
    {
        const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(m_world->folder.path()), u"sync"_s);
        const auto removed = remove(id, true);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, ErrorKind::Locked);
    }
    QCOMPARE(m_world->keychain.secrets.size(), 1);
    QVERIFY(!m_world->source(u"my asana"_s).removed);
    VERIFY_RESULT(remove(id, true));
}

void SourceServiceTest::removesTheSourceOfARefusingKeychainAllTheSame()
{
    VERIFY_RESULT(m_world->save(m_world->input(Vendor::Asana, Kind::Keychain)));
    m_world->keychain.refuses = Error{ErrorKind::SecretDenied, u"It is locked."_s};
    const auto removed = remove(m_world->source(u"my asana"_s).id, false);
    QVERIFY(removed);
    QCOMPARE(removed->size(), 1);
    QVERIFY2(removed->first().contains("may still be in the keychain"_L1), qPrintable(removed->first()));
    QVERIFY(removed->first().contains("It is locked."_L1));
    QVERIFY(m_world->source(u"my asana"_s).removed);
}

void SourceServiceTest::saysOnceThatTheWorkspaceIsNewer()
{
    Workspace newer;
    newer.fill(1);
    newer.makeNewer();
    SourceService service(newer.folder(), m_world->places(), m_world->clock);
    QSignalSpy failed(&service, &SourceService::failed);
    service.reload();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::NewerVersion);
    std::optional<Result<QStringList>> saved;
    service.save(m_world->input(Vendor::Asana), [&saved](const Result<QStringList> &done) { saved = done; });
    QTRY_VERIFY(saved);
    QCOMPARE(saved->error().kind, ErrorKind::NewerVersion);
    QCOMPARE(failed.size(), 1);
}

TRAILGLASS_TEST(SourceServiceTest)
#include "tst_sourceservice.moc"
