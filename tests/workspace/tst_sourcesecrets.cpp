// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/vendorworkspace.h"

#include <QDeadlineTimer>
#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

using Kind = SecretReference::Kind;

/// What becomes of keys and sources when a keychain does only half of what it is asked.
class SourceSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }

    void leavesNoKeyOfASourceItTakesBack();
    void takesBackASourceNobodyHasHeardOf();
    void notesAKeyTheKeychainMayStillTake();
    void remembersWhatIsLeftWhenAddingAgainFails();
    void forgetsWhatIsLeftWhenItIsAddedAgain();
    void putsBackTheKeysOfAChangeThatFails();
    void putsBackTheKeysOfAChangeThatIsNotStored();
    void tellsOfAKeyThatStaysBehind();
    void leavesOutAnOptionalKey();
    void leavesOutNoRequiredKey();

private:
    [[nodiscard]] SourceInput paradime(const QByteArray &token = "new") const;
    [[nodiscard]] SourceRecord source() const { return m_world->source(u"my paradime"_s); }
    [[nodiscard]] QStringList keys() const
    {
        QStringList keys;
        for (const QString &key : m_world->keychain.secrets.keys())
            keys.append(key.section(u'/', -1));
        return keys;
    }

    std::unique_ptr<VendorWorkspace> m_world;
};

void SourceSecretsTest::init()
{
    failOnWarnings();
    m_world = std::make_unique<VendorWorkspace>();
    QVERIFY(m_world->servers.listen());
}

/// The one vendor with two keys: api_key is written first.
SourceInput SourceSecretsTest::paradime(const QByteArray &token) const
{
    SourceInput input = m_world->input(Vendor::Paradime, Kind::Keychain);
    for (SecretInput &secret : input.secrets)
        secret.value = *Secret::fromText(token);
    return input;
}

void SourceSecretsTest::leavesNoKeyOfASourceItTakesBack()
{
    m_world->keychain.deniedToWrite = u"api_secret"_s;
    const auto saved = m_world->save(paradime());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::SecretDenied);
    QCOMPARE(keys(), QStringList());
    QVERIFY(m_world->reader()->sources()->isEmpty());
    m_world->keychain.deniedToWrite.clear();
    VERIFY_RESULT(m_world->save(paradime()));
    QCOMPARE(keys().size(), 2);
}

void SourceSecretsTest::takesBackASourceNobodyHasHeardOf()
{
    m_world->service->save(paradime(),
                           [](const Result<QStringList> &) { QFAIL("a result of a service that is gone"); });
    // The database is made by the very call that adds the source.
    const QString database = WorkspacePaths::of(m_world->folder.path()).database;
    const QDeadlineTimer patience(30'000);
    while (!QFile::exists(database) && !patience.hasExpired())
        QCoreApplication::sendPostedEvents();
    m_world->service.reset();
    QVERIFY(m_world->reader()->sources()->isEmpty());
    QCOMPARE(keys(), QStringList());
}

void SourceSecretsTest::notesAKeyTheKeychainMayStillTake()
{
    m_world->keychain.isSilent = true;
    m_world->service->save(paradime(),
                           [](const Result<QStringList> &) { QFAIL("a result of a service that is gone"); });
    QTRY_COMPARE(m_world->keychain.asked, 1);
    m_world->service.reset();
    QVERIFY(source().removed);
    QCOMPARE(source().secrets.keys(), (QStringList{u"api_key"_s, u"api_secret"_s}));
}

void SourceSecretsTest::remembersWhatIsLeftWhenAddingAgainFails()
{
    VERIFY_RESULT(m_world->save(paradime("old")));
    const auto kept = m_world->keychain.secrets;
    m_world->keychain.deniedToRemove = u"api_secret"_s;
    std::optional<Result<QStringList>> removed;
    m_world->service->remove(source().id, false,
                             [&removed](const Result<QStringList> &done) { removed = done; });
    QTRY_VERIFY(removed);
    QVERIFY(removed->hasValue());
    QCOMPARE((*removed)->size(), 1);
    const auto noted = source().secrets;
    QVERIFY(noted.contains(u"api_secret"_s));

    m_world->keychain.deniedToWrite = u"api_secret"_s;
    QVERIFY(!m_world->save(paradime()));

    QVERIFY(source().removed);
    QCOMPARE(source().secrets, noted);
    QCOMPARE(keys(), QStringList{u"api_secret"_s});
    QCOMPARE(m_world->keychain.secrets.first(), kept.last());
}

void SourceSecretsTest::forgetsWhatIsLeftWhenItIsAddedAgain()
{
    VERIFY_RESULT(m_world->save(paradime("old")));
    m_world->keychain.deniedToRemove = u"api_secret"_s;
    std::optional<Result<QStringList>> removed;
    m_world->service->remove(source().id, false,
                             [&removed](const Result<QStringList> &done) { removed = done; });
    QTRY_VERIFY(removed);
    QCOMPARE(keys(), QStringList{u"api_secret"_s});
    m_world->keychain.deniedToRemove.clear();
    SourceInput session = m_world->input(Vendor::Paradime, Kind::Session);

    VERIFY_RESULT(m_world->save(session));

    QCOMPARE(keys(), QStringList());
    QVERIFY(!source().removed);
}

void SourceSecretsTest::putsBackTheKeysOfAChangeThatFails()
{
    VERIFY_RESULT(m_world->save(paradime("old")));
    const auto kept = m_world->keychain.secrets;
    SourceInput changed = paradime();
    changed.id = source().id;
    m_world->keychain.deniedToWrite = u"api_secret"_s;

    const auto saved = m_world->save(changed);

    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::SecretDenied);
    QCOMPARE(m_world->keychain.secrets, kept);
}

void SourceSecretsTest::putsBackTheKeysOfAChangeThatIsNotStored()
{
    SourceInput inSession = m_world->input(Vendor::Paradime, Kind::Session);
    VERIFY_RESULT(m_world->save(inSession));
    SourceInput changed = paradime();
    changed.id = source().id;
    // Another program removes the source with its events while the keychain is asking.
    m_world->keychain.isSilent = true;
    std::optional<Result<QStringList>> saved;
    m_world->service->save(changed, [&saved](const Result<QStringList> &done) { saved = done; });
    QTRY_COMPARE(m_world->keychain.asked, 1);
    VERIFY_RESULT(
        (*EventWriter::open(m_world->folder.path()))->removeSource(*changed.id, EventWriter::Purge::Yes));
    m_world->keychain.speak();
    QTRY_VERIFY(saved);

    QCOMPARE(saved->error().kind, ErrorKind::NotFound);
    QCOMPARE(keys(), QStringList());
}

void SourceSecretsTest::tellsOfAKeyThatStaysBehind()
{
    VERIFY_RESULT(m_world->save(paradime("old")));
    SourceInput moved = m_world->input(Vendor::Paradime, Kind::Session);
    moved.id = source().id;
    m_world->keychain.deniedToRemove = u"api_key"_s;

    const auto warnings = m_world->save(moved);

    VERIFY_RESULT(warnings); // it works with its new keys
    QCOMPARE(keys(), QStringList{u"api_key"_s});
    QCOMPARE(warnings->size(), 1);
    QVERIFY(warnings->first().contains(u"may still be in the keychain"_s));
}

void SourceSecretsTest::leavesOutAnOptionalKey()
{
    SourceInput input = paradime();
    VERIFY_RESULT(m_world->save(input));
    input.id = source().id;
    input.secrets = {{u"api_key"_s, {{Kind::Keychain}, {}, true}}};

    VERIFY_RESULT(m_world->save(input));

    QCOMPARE(source().secrets.keys(), QStringList{u"api_secret"_s});
    QCOMPARE(keys(), QStringList{u"api_secret"_s});
}

void SourceSecretsTest::leavesOutNoRequiredKey()
{
    VERIFY_RESULT(m_world->save(paradime()));
    SourceInput input = paradime();
    input.id = source().id;
    input.secrets[u"api_secret"_s].isRemoved = true;

    const auto saved = m_world->save(input);

    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Usage);
    QCOMPARE(keys().size(), 2);
}

TRAILGLASS_TEST(SourceSecretsTest)
#include "tst_sourcesecrets.moc"
