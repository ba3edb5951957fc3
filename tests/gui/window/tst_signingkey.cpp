// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/ed25519.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "models/workspace/checkpointoverview.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/workspaceverification.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/support/withoutprivilege.h"
#include "views/common/messagestrip.h"
#include "views/evidence/verdictlist.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

using KeyKind = SecretReference::Kind;

constexpr auto KeyVariable = "TRAILGLASS_TEST_WINDOW_KEY";

QByteArray newSeed()
{
    return SigningKey::generate()->seed().reveal();
}

PublicKey publicHalf(const QByteArray &seed)
{
    return SigningKey::fromSeed(*Secret::fromText(seed))->publicKey();
}

QByteArray bytesOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The signing key of a workspace, changed in the real window; and the verification of hashes alone.
class SigningKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        openEvidence();
    }
    void cleanup()
    {
        m_stage.reset();
        qunsetenv(KeyVariable);
    }

    void isRotatedAfterAQuestion()
    {
        QVERIFY(!button(u"rotateKey"_s)->isEnabled()); // there is none yet
        checkpoint();
        const QString former = idOf(presentKey());
        const QPointer<QMessageBox> question = ask(u"rotateKey"_s, u"rotateKeyQuestion"_s);
        QVERIFY2(question->text().contains(former), qPrintable(question->text()));
        question->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!question);

        confirm(u"rotateKey"_s, u"rotateKeyQuestion"_s);

        QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"signs from now on"_s), WindowStage::Patience);
        QCOMPARE(keys().size(), std::size_t{2});
        const SigningKeyRecord present = presentKey();
        QTRY_COMPARE(label(u"evidenceKey"_s)->text(), verifierOf(present).text());
        QCOMPARE(keptKeys(), QStringList{idOf(present)}); // the former one has left the keychain
        checkpoint();
        const WorkspaceVerdict verdict = verified();
        QVERIFY2(verdict.isWell(), qPrintable(verdict.sentences().join(u'\n')));
        QCOMPARE(verdict.checkpoints, 2);
        QVERIFY(!verdict.notices.join(u'\n').contains(u"was not signed"_s));

        button(u"evidenceHistory"_s)->click();
        QTRY_VERIFY(m_stage->window().findChild<QDialog *>(u"evidenceHistoryDialog"_s));
        const QString listed = m_stage->find<QPlainTextEdit>(u"historyKeys"_s)->toPlainText();
        QCOMPARE(listed.count(u'\n'), 3); // two lines for each key
        QVERIFY2(listed.startsWith(idOf(present)) && listed.contains(former), qPrintable(listed));
        QVERIFY(
            listed.contains(verifierOf(keys().front()).text())); // for those who verify what it has signed
        QCOMPARE(m_stage->find<QPlainTextEdit>(u"historyCheckpoints"_s)->toPlainText().count(u'\n'), 1);
    }

    /// A keychain that is locked looks as if the key were lost: nothing is replaced unless the user says so.
    void isReplacedUnsignedOnlyWhereItIsSaidToBeLost()
    {
        checkpoint();
        m_stage->keychain.secrets.clear();
        confirm(u"rotateKey"_s, u"rotateKeyQuestion"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"“The key is lost…”"_s), qPrintable(said()),
                                  WindowStage::Patience);
        QCOMPARE(keys().size(), std::size_t{1});

        const QPointer<QMessageBox> question = ask(u"keyIsLost"_s, u"lostKeyQuestion"_s);
        QVERIFY2(question->informativeText().contains(u"Earlier checkpoints"_s),
                 qPrintable(question->informativeText()));
        question->findChild<QAbstractButton *>(u"confirmKeyChange"_s)->click();

        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"has not signed the new one"_s), qPrintable(said()),
                                  WindowStage::Patience);
        QCOMPARE(keys().size(), std::size_t{2});
        checkpoint();
        const WorkspaceVerdict verdict = verified();
        QVERIFY2(verdict.isWell(), qPrintable(verdict.sentences().join(u'\n')));
        QCOMPARE(verdict.checkpoints, 2);
        QVERIFY(verdict.notices.join(u'\n').contains(u"was not signed by the key before it"_s));
    }

    void isAnotherOneInAPlaceThatTheUserNames_data()
    {
        QTest::addColumn<bool>("isFile");
        QTest::newRow("in a file") << true;
        QTest::newRow("in a variable") << false;
    }
    void isAnotherOneInAPlaceThatTheUserNames()
    {
        QFETCH(const bool, isFile);
        checkpoint();
        const QByteArray seed = newSeed();
        const QString file = isFile ? writeKey(u"key"_s, seed) : QString();
        if (!isFile)
            qputenv(KeyVariable, seed);

        use(isFile ? KeyKind::File : KeyKind::Environment, isFile ? file : QString::fromLatin1(KeyVariable));

        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"signs from now on"_s), qPrintable(said()),
                                  WindowStage::Patience);
        QTRY_VERIFY(!placeDialog());
        QCOMPARE(presentKey().key, publicHalf(seed));
        QCOMPARE(keptKeys(), QStringList());
        QTRY_VERIFY(!button(u"rotateKey"_s)->isEnabled()); // the program makes no key in the user's places
        QVERIFY(button(u"rotateKey"_s)->toolTip().contains(u"of yours"_s));
        checkpoint();
        QCOMPARE(verified().checkpoints, 2);
        QVERIFY(!verified().notices.join(u'\n').contains(u"was not signed"_s));
        // The key itself is shown and kept nowhere.
        const QString shown = textsInSight(m_stage->window()).join(u'\n');
        QVERIFY(shown.contains(verifierOf(presentKey()).text()) && !shown.contains(QLatin1StringView(seed)));
        m_stage->close();
        QDirIterator files(m_stage->path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            QVERIFY2(QFileInfo(name) == QFileInfo(file) || !bytesOf(name).contains(seed), qPrintable(name));
        }
    }

    void movesIntoTheKeychainAndStaysTheSame()
    {
        const QByteArray seed = newSeed();
        const QString file = writeKey(u"key"_s, seed);
        use(KeyKind::File, file); // the first key of the workspace
        QTRY_COMPARE_WITH_TIMEOUT(keys().size(), std::size_t{1}, WindowStage::Patience);
        QTRY_VERIFY(!placeDialog());

        use(KeyKind::Keychain, {});

        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"the same as before"_s), qPrintable(said()),
                                  WindowStage::Patience);
        QVERIFY(QFile::remove(file));
        checkpoint();
        QCOMPARE(keys().size(), std::size_t{1});
        QCOMPARE(presentKey().key, publicHalf(seed));
        QCOMPARE(keptKeys(), QStringList{idOf(presentKey())});
    }

    void aPlaceThatHasNoKeyIsRefused_data()
    {
        QTest::addColumn<bool>("isFile");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no absolute path") << true << u"key"_s << u"absolute path"_s;
        QTest::newRow("no file") << true << u"{folder}/missing"_s << u"does not exist"_s;
        QTest::newRow("a folder") << true << u"{folder}"_s << u"not a file"_s;
        QTest::newRow("a file that others can read") << true << u"{folder}/open"_s << u"chmod 600"_s;
        QTest::newRow("a file with other content") << true << u"{folder}/words"_s << u"no signing key"_s;
        QTest::newRow("no name") << false << u"1KEY"_s << u"letters, digits and _"_s;
        QTest::newRow("no variable") << false << u"TRAILGLASS_NOT_SET"_s << u"TRAILGLASS_NOT_SET"_s;
        // Whose beginning is that of a path.
        QTest::newRow("the key itself")
            << true << QString::fromLatin1(QByteArray(32, '\xff').toBase64()) << u"This is a key"_s;
    }
    void aPlaceThatHasNoKeyIsRefused()
    {
        QFETCH(const bool, isFile);
        QFETCH(QString, name);
        QFETCH(const QString, reason);
        checkpoint();
        QVERIFY(QFile::setPermissions(writeKey(u"open"_s, newSeed()), QFile::ReadOwner | QFile::ReadOther));
        writeKey(u"words"_s, "correct horse battery staple");
        name.replace(u"{folder}"_s, QFileInfo(m_stage->path(u"open"_s)).absolutePath());

        use(isFile ? KeyKind::File : KeyKind::Environment, name);

        const QPointer<QDialog> dialog = placeDialog();
        QVERIFY(dialog);
        const auto refusal = [dialog] {
            return QString(dialog->findChild<QLabel *>(u"keyPlaceHelp"_s)->text() + u'\n'
                           + dialog->findChild<MessageStrip *>()->text());
        };
        QTRY_VERIFY2_WITH_TIMEOUT(refusal().contains(reason), qPrintable(refusal()), WindowStage::Patience);
        QTRY_VERIFY(dialog->isVisible()
                    && dialog->findChild<QAbstractButton *>(u"keyPlaceUse"_s)->isEnabled());
        QCOMPARE(dialog->findChild<QLineEdit *>(u"keyPlaceName"_s)->text(), name);
        QVERIFY(!refusal().contains(u"//////"_s) && !refusal().contains(u"horse"_s)); // whatever is there
        QCOMPARE(keys().size(), std::size_t{1});
        QCOMPARE(keptKeys(), QStringList{idOf(presentKey())});
    }

    void aFileWithAnotherKeyThanBeforeSignsNothing()
    {
        const QString file = writeKey(u"key"_s, newSeed());
        const QByteArray first = bytesOf(file);
        use(KeyKind::File, file);
        QTRY_COMPARE_WITH_TIMEOUT(keys().size(), std::size_t{1}, WindowStage::Patience);
        QTRY_VERIFY(!placeDialog());
        writeKey(u"key"_s, newSeed());
        button(u"makeCheckpoint"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Another key is in the place"_s)
                                      && said().contains(u"“Use another key…”"_s),
                                  qPrintable(said()), WindowStage::Patience);
        QCOMPARE(checkpoints(), std::size_t{0});

        use(KeyKind::File, file, true); // whose former key cannot be read any more
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"has not signed the new one"_s), qPrintable(said()),
                                  WindowStage::Patience);
        checkpoint();

        use(KeyKind::File, writeKey(u"first"_s, first)); // which was replaced
        const auto *strip = placeDialog()->findChild<MessageStrip *>();
        QTRY_VERIFY2_WITH_TIMEOUT(strip->text().contains(u"was replaced"_s), qPrintable(strip->text()),
                                  WindowStage::Patience);
        QCOMPARE(keys().size(), std::size_t{2});
    }

    void withoutAKeychainItIsLostWithTheProgramAndSaysSo()
    {
        m_stage->keychain.refuses = Error{ErrorKind::SecretUnavailable, u"No keychain is available."_s};
        checkpoint();
        QTRY_VERIFY2(said().contains(u"lost when the program ends"_s), qPrintable(said()));
        confirm(u"rotateKey"_s, u"rotateKeyQuestion"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"signs from now on"_s), qPrintable(said()),
                                  WindowStage::Patience);
        QVERIFY2(said().contains(u"lost when the program ends"_s), qPrintable(said()));
        QCOMPARE(keys().size(), std::size_t{2});

        use(KeyKind::Keychain, {});

        const auto *strip = placeDialog()->findChild<MessageStrip *>();
        QTRY_VERIFY2_WITH_TIMEOUT(strip->text().contains(u"No keychain"_s), qPrintable(strip->text()),
                                  WindowStage::Patience);
        placeDialog()->close();
        checkpoint(); // the key is where it was
        QCOMPARE(keys().size(), std::size_t{2});
    }

    /// It may wait for a person who unlocks it.
    void waitingForTheKeychainIsStopped()
    {
        checkpoint();
        m_stage->keychain.isSilent = true;
        const int before = m_stage->keychain.asked;
        confirm(u"rotateKey"_s, u"rotateKeyQuestion"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->keychain.asked > before, WindowStage::Patience);
        QVERIFY(!button(u"makeCheckpoint"_s)->isEnabled() && !button(u"useAnotherKey"_s)->isEnabled());
        button(u"checkpointStop"_s)->click();
        QTRY_VERIFY(button(u"makeCheckpoint"_s)->isEnabled() && button(u"useAnotherKey"_s)->isEnabled());

        const int asked = m_stage->keychain.asked;
        use(KeyKind::File, writeKey(u"key"_s, newSeed()));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->keychain.asked > asked, WindowStage::Patience);
        auto *useButton = placeDialog()->findChild<QAbstractButton *>(u"keyPlaceUse"_s);
        QVERIFY(!useButton->isEnabled());
        placeDialog()->findChild<QAbstractButton *>(u"keyPlaceStop"_s)->click();
        QTRY_VERIFY(useButton->isEnabled());
        placeDialog()->close();
        m_stage->keychain.speak();
        checkpoint();
        QCOMPARE(keys().size(), std::size_t{1});
    }

    void aReadOnlyWorkspaceKeepsItsKey()
    {
        checkpoint();
        const QString id = idOf(presentKey());
        m_stage->close();
        const QString database = WorkspacePaths::of(m_stage->workspace()).database;
        QFile::remove(
            WorkspacePaths::of(m_stage->workspace()).lock); // of another user, it would be what is said
        Support::give(database, 0400);
        Support::give(m_stage->workspace(), 0500);
        // The folder around it is the test's own: others must be able to pass.
        QCOMPARE(::chmod(QFile::encodeName(m_stage->path({})).constData(), 0755), 0);
        {
            const Support::WithoutPrivilege nobody;
            m_stage->open();
            openEvidence();
            QTRY_VERIFY_WITH_TIMEOUT(button(u"rotateKey"_s)->isEnabled(), WindowStage::Patience);
            confirm(u"rotateKey"_s, u"rotateKeyQuestion"_s);
            QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"read-only"_s), qPrintable(said()),
                                      WindowStage::Patience);
            QVERIFY(label(u"evidenceKeyPlace"_s)->text().contains(id));
            QCOMPARE(keptKeys(), QStringList{id});
            m_stage->close();
        }
        Support::give(m_stage->workspace(), 0700);
        QCOMPARE(keys().size(), std::size_t{1});
    }

    /// Somebody else's workspace must not make this user's program read a file, also to sign a new key.
    void theFormerKeyIsReadOnlyWhereTheUserAllowsIt()
    {
        use(KeyKind::File, writeKey(u"key"_s, newSeed()));
        QTRY_COMPARE_WITH_TIMEOUT(keys().size(), std::size_t{1}, WindowStage::Patience);
        QTRY_VERIFY(!placeDialog());
        m_stage->close();
        QVERIFY(QFile::remove(m_stage->path(u"approvals.json"_s))); // another user
        m_stage->open();
        openEvidence();
        const QString second = writeKey(u"second"_s, newSeed());

        use(KeyKind::File, second);
        QTRY_VERIFY_WITH_TIMEOUT(keyQuestion(), WindowStage::Patience);
        const QPointer<QMessageBox> refused = keyQuestion();
        refused->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!refused);
        auto *useButton = placeDialog()->findChild<QAbstractButton *>(u"keyPlaceUse"_s);
        QTRY_VERIFY(useButton->isEnabled());
        QCOMPARE(keys().size(), std::size_t{1});

        useButton->click();
        QTRY_VERIFY_WITH_TIMEOUT(keyQuestion(), WindowStage::Patience);
        keyQuestion()->findChild<QAbstractButton *>(u"allowKey"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"signs from now on"_s), qPrintable(said()),
                                  WindowStage::Patience);
        QCOMPARE(presentKey().key, publicHalf(bytesOf(second)));
    }

    void theHashesAloneAreVerifiedOnRequest()
    {
        checkpoint();
        evidence()->close();
        {
            const auto connection =
                SqlConnection::openForWriting(WorkspacePaths::of(m_stage->workspace()).database);
            VERIFY_RESULT((*connection)->execute("UPDATE event SET actor_email = NULL, actor_name = NULL"));
        }
        m_stage->find<QAction>(u"verifyWorkspace"_s)->trigger();
        const auto *list = m_stage->find<VerdictList>(u"verifyList"_s);
        const auto sentences = [list] {
            QStringList texts;
            for (int row = 0; row < list->count(); ++row)
                texts += list->item(row)->text();
            return texts.join(u'\n');
        };
        QTRY_VERIFY2_WITH_TIMEOUT(sentences().contains(u"differ from their JSON in actor"_s),
                                  qPrintable(sentences()), WindowStage::Patience);
        m_stage->find<QAbstractButton>(u"verifyHashesOnly"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(sentences().contains(u"is as it was stored"_s), qPrintable(sentences()),
                                  WindowStage::Patience);
        QVERIFY2(sentences().contains(u"were not compared with the JSON"_s), qPrintable(sentences()));
    }

private:
    [[nodiscard]] QDialog *evidence() { return m_stage->find<QDialog>(u"evidenceDialog"_s); }
    [[nodiscard]] QLabel *label(const QString &name) { return evidence()->findChild<QLabel *>(name); }
    [[nodiscard]] QAbstractButton *button(const QString &name)
    {
        return evidence()->findChild<QAbstractButton *>(name);
    }
    /// What the dialog says of how something ended.
    [[nodiscard]] QString said()
    {
        return evidence()->findChild<MessageStrip *>(QString(), Qt::FindDirectChildrenOnly)->text();
    }
    /// Null unless it is open.
    [[nodiscard]] QDialog *placeDialog()
    {
        auto *dialog = m_stage->window().findChild<QDialog *>(u"keyPlaceDialog"_s);
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    [[nodiscard]] QMessageBox *keyQuestion()
    {
        auto *box = m_stage->window().findChild<QMessageBox *>(u"keyQuestion"_s);
        return box && box->isVisible() ? box : nullptr;
    }

    [[nodiscard]] std::vector<SigningKeyRecord> keys() const
    {
        return readCheckpoints(m_stage->workspace())->keys;
    }
    [[nodiscard]] SigningKeyRecord presentKey() const { return keys().back(); }
    [[nodiscard]] static QString idOf(const SigningKeyRecord &key) { return keyIdText(verifierOf(key)); }
    [[nodiscard]] std::size_t checkpoints() const
    {
        return readCheckpoints(m_stage->workspace())->checkpoints.size();
    }
    /// Numbers of the keys whose private halves are in the keychain.
    [[nodiscard]] QStringList keptKeys() const
    {
        QStringList ids;
        for (const QString &place : m_stage->keychain.secrets.keys()) {
            if (place.contains(u"/signing-key/"_s))
                ids += place.section(u'/', -1);
        }
        return ids;
    }
    [[nodiscard]] WorkspaceVerdict verified() const
    {
        const auto verdict = verifyWorkspace(
            m_stage->workspace(), {}, {}, [](const QString &) {}, VerifiedParts::Hashes);
        return verdict ? *verdict : WorkspaceVerdict();
    }
    /// A private file outside of the workspace.
    QString writeKey(const QString &name, const QByteArray &content) const
    {
        QFile file(m_stage->path(name));
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size())
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName();
    }

    void openEvidence()
    {
        m_stage->find<QAction>(u"showEvidence"_s)->trigger();
        QTRY_VERIFY(evidence()->isVisible());
        QTRY_VERIFY(!label(u"evidenceTree"_s)->text().startsWith(u"Reading"_s));
    }

    void checkpoint()
    {
        const std::size_t before = checkpoints();
        QTRY_VERIFY(button(u"makeCheckpoint"_s)->isEnabled());
        button(u"makeCheckpoint"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(checkpoints(), before + 1, WindowStage::Patience);
        QTRY_VERIFY(button(u"makeCheckpoint"_s)->isEnabled() && button(u"keyIsLost"_s)->isEnabled());
    }

    /// \returns the question that a button asks
    QMessageBox *ask(const QString &buttonName, const QString &question)
    {
        button(buttonName)->click();
        return m_stage->find<QMessageBox>(question);
    }
    void confirm(const QString &buttonName, const QString &question)
    {
        ask(buttonName, question)->findChild<QAbstractButton *>(u"confirmKeyChange"_s)->click();
    }

    /// Names a place in the dialog, and requests the key that is there.
    void use(KeyKind kind, const QString &name, bool isFormerLost = false)
    {
        button(u"useAnotherKey"_s)->click();
        QTRY_VERIFY(placeDialog());
        const QDialog *dialog = placeDialog();
        auto *kinds = dialog->findChild<QComboBox *>(u"keyPlaceKind"_s);
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(kind)));
        dialog->findChild<QLineEdit *>(u"keyPlaceName"_s)->setText(name);
        if (isFormerLost)
            dialog->findChild<QAbstractButton *>(u"keyPlaceLost"_s)->click();
        dialog->findChild<QAbstractButton *>(u"keyPlaceUse"_s)->click();
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(SigningKeyTest)
#include "tst_signingkey.moc"
