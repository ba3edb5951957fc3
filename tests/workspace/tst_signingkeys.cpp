// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/signingkeys.h"

#include "tests/runner/testclass.h"
#include "tests/workspace/signingdesk.h"

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Variable = "TRAILGLASS_TEST_SIGNING_KEY";

QByteArray newSeed()
{
    return SigningKey::generate()->seed().reveal();
}

CheckpointRequest approving()
{
    return {.key = {.approves = true}, .use = {}};
}

} // namespace

/// The signing key in a variable or a private file, which the workspace only names.
class SigningKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_desk.reset();
        m_things = std::make_unique<SigningDesk::Things>();
        m_workspace = std::make_unique<Workspace>();
        m_workspace->fill(5);
        begin();
    }
    void cleanup() { qunsetenv(Variable); }

    void aKeyThatTheUserNamesSigns_data()
    {
        QTest::addColumn<bool>("isFile");
        QTest::newRow("in a file") << true;
        QTest::newRow("in a variable") << false;
    }

    void aKeyThatTheUserNamesSigns()
    {
        QFETCH(const bool, isFile);
        const QByteArray seed = newSeed();
        qputenv(Variable, seed);
        const SecretReference place = isFile
            ? writeKey(u"key"_s, seed + '\n')
            : SecretReference{SecretReference::Kind::Environment, QString::fromLatin1(Variable)};
        const auto change = m_desk->keepIn(place);
        VERIFY_RESULT(change);
        QVERIFY(change->isNew && change->notices.isEmpty());
        begin();
        const auto written = m_desk->write();
        VERIFY_RESULT(written);
        QCOMPARE(written->signer.key, SigningKey::fromSeed(*Secret::fromText(seed))->publicKey());
        QVERIFY(m_things->keychain.secrets.isEmpty());
        QVERIFY(m_desk->verify()->isWell());
    }

    void readsWhereAKeyIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reference");
        QTest::newRow("the keychain") << u"keychain"_s << u"keychain"_s;
        QTest::newRow("a variable") << u"env:KEY"_s << u"env:KEY"_s;
        QTest::newRow("a file") << u"file:/home/ann/a:key"_s << u"file:/home/ann/a:key"_s;
        QTest::newRow("a file of the folder") << u"file:key"_s << u"file:/home/bob/key"_s;
    }

    void readsWhereAKeyIs()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, reference);
        const auto place = parseSigningKeyPlace(text, u"/home/bob"_s);
        VERIFY_RESULT(place);
        QCOMPARE(printSecretReference(*place), reference);
    }

    void takesNoKeyInPlaceOfWhereItIs()
    {
        const QString seed = QString::fromLatin1(newSeed());
        for (const QString &text : {QString(u"file:"_s + seed), QString(u"env:"_s + seed), seed}) {
            const auto refused = parseSigningKeyPlace(text, u"/home/bob"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Usage);
            QVERIFY2(!refused.error().message.contains(seed), qPrintable(refused.error().message));
        }
        VERIFY_REFUSED(parseSigningKeyPlace(u"session"_s), ErrorKind::Usage, u"keychain"_s);
    }

    /// Somebody else's workspace must not make this user's program read a file.
    void aPlaceThatOnlyTheWorkspaceNamesNeedsApproval()
    {
        VERIFY_RESULT(m_desk->keepIn(writeKey(u"key"_s, newSeed())));
        SigningDesk::Things others;
        SigningDesk stranger(m_workspace->folder(), others);
        VERIFY_REFUSED(stranger.write(), ErrorKind::SecretNotApproved, u"checkpoint --trust"_s);
        VERIFY_REFUSED(stranger.write(), ErrorKind::SecretNotApproved, m_things->file(u"key"_s));
        QVERIFY(stranger.checkpoints().empty());
        const auto written = stranger.write(approving());
        VERIFY_RESULT(written);
        QCOMPARE(written->notices.size(), 1);
        QVERIFY2(written->notices.first().startsWith(u"Approved: "_s), qPrintable(written->notices.first()));
        const auto again = stranger.write(approving());
        VERIFY_RESULT(again);
        QVERIFY(again->notices.isEmpty()); // it is approved by now
    }

    void anotherKeyInItsPlaceSignsNothing()
    {
        const SecretReference place = writeKey(u"key"_s, newSeed());
        VERIFY_RESULT(m_desk->keepIn(place));
        VERIFY_RESULT(m_desk->write());
        writeKey(u"key"_s, newSeed());
        VERIFY_REFUSED(m_desk->write(), ErrorKind::SecretDenied, u"Another key"_s);
        writeKey(u"key"_s, "no key at all");
        VERIFY_REFUSED(m_desk->write(), ErrorKind::SecretDenied, u"Another key"_s);
        QCOMPARE(m_desk->checkpoints().size(), std::size_t(1));
    }

    void aKeyInTheKeychainThatIsAnothersSignsNothing()
    {
        VERIFY_RESULT(m_desk->write());
        m_things->keychain.secrets.first().secret = *Secret::fromText(newSeed());
        VERIFY_REFUSED(m_desk->write(), ErrorKind::SecretDenied, u"Another key"_s);
        m_things->keychain.secrets.first().origin = Origin::of(QUrl(u"https://app.asana.com"_s));
        QCOMPARE(m_desk->write().error().kind, ErrorKind::SecretDenied);
    }

    void movesOutOfTheKeychainAndBack()
    {
        const auto first = m_desk->write();
        VERIFY_RESULT(first);
        const qint64 size = *m_desk->tree()->size();
        const QByteArray seed = m_things->keychain.secrets.first().secret.reveal();
        const auto moved = m_desk->keepIn(writeKey(u"key"_s, seed));
        VERIFY_RESULT(moved);
        QVERIFY(!moved->isNew);
        QVERIFY(m_things->keychain.secrets.isEmpty());
        QCOMPARE(*m_desk->tree()->size(), size); // it is the key that it was
        const auto second = m_desk->write();
        VERIFY_RESULT(second);
        QCOMPARE(second->signer, first->signer);

        const auto back = m_desk->keepIn(SecretReference{});
        VERIFY_RESULT(back);
        QVERIFY(!back->isNew);
        QCOMPARE(m_things->keychain.secrets.size(), 1);
        QVERIFY(QFile::remove(m_things->file(u"key"_s)));
        const auto third = m_desk->write();
        VERIFY_RESULT(third);
        QCOMPARE(third->signer, first->signer);
        QVERIFY(m_desk->keepIn(SecretReference{})->notices.first().contains(u"already"_s));
    }

    void anotherKeyThatTheUserNamesIsSignedByTheFormerOne()
    {
        VERIFY_RESULT(m_desk->write());
        const auto change = m_desk->keepIn(writeKey(u"key"_s, newSeed()));
        VERIFY_RESULT(change);
        QVERIFY(change->isNew && change->notices.isEmpty());
        QVERIFY(m_things->keychain.secrets.isEmpty());
        VERIFY_RESULT(m_desk->write());
        const auto verdict = m_desk->verify();
        VERIFY_RESULT(verdict);
        QVERIFY(verdict->isWell());
        QCOMPARE(verdict->checkpoints, 2);
        for (const QString &notice : verdict->notices)
            QVERIFY2(!notice.contains(u"was not signed"_s), qPrintable(notice));
    }

    void aKeyOfOnesOwnIsChangedInAnotherPlace()
    {
        const QByteArray seed = newSeed();
        VERIFY_RESULT(m_desk->keepIn(writeKey(u"key"_s, seed)));
        VERIFY_REFUSED(m_desk->rotate(), ErrorKind::Usage, u"checkpoint key set"_s);
        VERIFY_RESULT(m_desk->keepIn(writeKey(u"second"_s, newSeed())));
        VERIFY_REFUSED(m_desk->keepIn(writeKey(u"key"_s, seed)), ErrorKind::Usage, u"was replaced"_s);
        QCOMPARE(m_desk->keys().size(), std::size_t(2));
    }

    void aPlaceWithoutAKeyIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a password") << QByteArray("correct horse battery staple");
        QTest::newRow("hexadecimal") << QByteArray(32, 'x').toHex();
        QTest::newRow("one byte too few") << QByteArray(31, 'x').toBase64();
        QTest::newRow("one byte too many") << QByteArray(33, 'x').toBase64();
        QTest::newRow("two keys") << QByteArray(newSeed() + newSeed());
    }

    void aPlaceWithoutAKeyIsNotTaken()
    {
        QFETCH(const QByteArray, content);
        const auto refused = m_desk->keepIn(writeKey(u"key"_s, content));
        VERIFY_REFUSED(refused, ErrorKind::Malformed, u"openssl rand -base64 32"_s);
        QVERIFY(!refused.error().message.contains(QString::fromLatin1(content)));
        QVERIFY(m_desk->keys().empty());
    }

    void aPlaceThatIsNotThereOrNotPrivateIsNotTaken()
    {
        const SecretReference missing{SecretReference::Kind::File, m_things->file(u"missing"_s)};
        VERIFY_REFUSED(m_desk->keepIn(missing), ErrorKind::SecretUnavailable, u"openssl rand"_s);
        const SecretReference open = writeKey(u"key"_s, newSeed());
        QVERIFY(QFile::setPermissions(open.place, QFile::ReadOwner | QFile::ReadOther));
        VERIFY_REFUSED(m_desk->keepIn(open), ErrorKind::SecretDenied, u"chmod 600"_s);
        const SecretReference unset{SecretReference::Kind::Environment, QString::fromLatin1(Variable)};
        VERIFY_REFUSED(m_desk->keepIn(unset), ErrorKind::SecretUnavailable, QString::fromLatin1(Variable));
        VERIFY_REFUSED(m_desk->keepIn({SecretReference::Kind::Session}), ErrorKind::Usage, u"keychain"_s);
        QVERIFY(m_desk->keys().empty());
    }

    void aKeychainThatRefusesLeavesTheKeyWhereItIs()
    {
        VERIFY_RESULT(m_desk->keepIn(writeKey(u"key"_s, newSeed())));
        m_things->keychain.refuses = Error{ErrorKind::SecretUnavailable, u"No keychain is available."_s};
        VERIFY_REFUSED(m_desk->keepIn(SecretReference{}), ErrorKind::SecretUnavailable, u"No keychain"_s);
        VERIFY_RESULT(m_desk->write());
    }

private:
    void begin() { m_desk = std::make_unique<SigningDesk>(m_workspace->folder(), *m_things); }
    /// A private file of the user.
    SecretReference writeKey(const QString &name, const QByteArray &content) const
    {
        QFile file(m_things->file(name));
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size())
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return {SecretReference::Kind::File, file.fileName()};
    }

    std::unique_ptr<SigningDesk::Things> m_things;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SigningDesk> m_desk;
};

TRAILGLASS_TEST(SigningKeysTest)
#include "tst_signingkeys.moc"
