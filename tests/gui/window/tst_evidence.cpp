// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/application.h"
#include "models/config/syncsettings.h"
#include "models/evidence/bundleverifier.h"
#include "models/merkle/ed25519.h"
#include "models/store/eventreader.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "models/workspace/checkpointoverview.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/support/evidencescript.h"
#include "views/common/messagestrip.h"
#include "views/evidence/verdictlist.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScopeGuard>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Checkpoints, verification and evidence bundles in the real window.
class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        m_all = m_stage->servers.asana().events().size();
        QVERIFY(m_stage->shows(counted()));
    }
    void cleanup()
    {
        m_application.reset();
        m_stage.reset();
    }

    void writesACheckpointWithAWitness()
    {
        openEvidence();
        QTRY_VERIFY(label(u"evidenceTree"_s)->text().startsWith(u"Leaves: "_s));
        // More than there are events: it says why.
        QVERIFY(label(u"evidenceTree"_s)->text().contains(u"coverage"_s));
        QVERIFY(label(u"evidenceLast"_s)->text().startsWith(u"None yet"_s));
        chooseWitness(m_stage->path(u"witness.txt"_s));
        QTRY_COMPARE(label(u"witnessFile"_s)->text(), m_stage->path(u"witness.txt"_s));
        checkpoint();
        QTRY_VERIFY(label(u"evidenceLast"_s)->text().contains(u"of all"_s));
        QVERIFY(QFile::exists(m_stage->path(u"witness.txt"_s)));
        const auto overview = readCheckpoints(m_stage->workspace());
        QVERIFY(overview);
        QCOMPARE(overview->checkpoints.size(), std::size_t{1});
        // The private half is in the keychain and nowhere else.
        QVERIFY(!QStringList(m_stage->keychain.secrets.keys()).filter(u"signing-key"_s).isEmpty());
        button(u"copyKey"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), label(u"evidenceKey"_s)->text());
    }

    void refusesAWitnessInTheWorkspace()
    {
        openEvidence();
        chooseWitness(m_stage->workspace() + u"/witness.txt"_s);
        const auto *strip = evidence()->findChild<MessageStrip *>();
        QTRY_VERIFY(!strip->text().isEmpty());
        QCOMPARE(label(u"witnessFile"_s)->text(), u"None"_s);
    }

    void exportsThePublicKey()
    {
        openEvidence();
        checkpoint();
        QTRY_VERIFY(button(u"exportKey"_s)->isEnabled());
        button(u"exportKey"_s)->click();
        auto *file = m_stage->find<QFileDialog>(u"exportKeyDialog"_s);
        Q_EMIT file->fileSelected(m_stage->path(u"key.pem"_s));
        file->close();
        QTRY_VERIFY(QFile::exists(m_stage->path(u"key.pem"_s)));
        QFile pem(m_stage->path(u"key.pem"_s));
        QVERIFY(pem.open(QIODevice::ReadOnly));
        const auto key = publicKeyFromPem(pem.readAll());
        QVERIFY(key);
        QCOMPARE(*key, readCheckpoints(m_stage->workspace())->present()->key);
    }

    /// The window's own settings are elsewhere in tests: the ones that count are those of the user.
    void writesNothingOverTheWitness()
    {
        const QByteArray before = qgetenv("XDG_CONFIG_HOME");
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_stage->path(u"config"_s)));
        const auto restored = qScopeGuard([&before] { qputenv("XDG_CONFIG_HOME", before); });
        const QString witness = m_stage->path(u"witness.txt"_s);
        const auto identity = (*EventReader::open(m_stage->workspace()))->identity();
        VERIFY_RESULT(identity);
        SyncSettings().setCheckpoints(*identity, {.witnessFile = witness});
        QFile file(witness);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("notes"), 5);
        file.close();

        openEvidence();
        checkpoint();
        QTRY_VERIFY(button(u"exportKey"_s)->isEnabled());
        button(u"exportKey"_s)->click();
        auto *chosen = m_stage->find<QFileDialog>(u"exportKeyDialog"_s);
        Q_EMIT chosen->fileSelected(witness);
        chosen->close();
        const auto *strip = evidence()->findChild<MessageStrip *>();
        QTRY_VERIFY2(strip->text().contains(u"that Trailglass uses"_s), qPrintable(strip->text()));
        evidence()->close();

        for (const int format : {0, 2}) { // a table, and a bundle
            QTRY_VERIFY(action(u"exportEvents"_s)->isEnabled());
            action(u"exportEvents"_s)->trigger();
            const QPointer<QDialog> dialog = m_stage->find<QDialog>(u"exportDialog"_s);
            dialog->findChild<QComboBox *>(u"exportFormat"_s)->setCurrentIndex(format);
            dialog->findChild<QLineEdit *>(u"exportFile"_s)->setText(witness);
            auto *exportButton = dialog->findChild<QAbstractButton *>(u"exportButton"_s);
            QTRY_VERIFY_WITH_TIMEOUT(exportButton->isEnabled(), WindowStage::Patience);
            exportButton->click();
            dialog->findChild<QAbstractButton *>(u"confirm"_s)->click();
            const auto *said = dialog->findChild<MessageStrip *>();
            QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u"that Trailglass uses"_s),
                                      qPrintable(said->text()), WindowStage::Patience);
            dialog->close();
            QTRY_VERIFY(!dialog); // it deletes itself
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("notes"));
    }

    /// Not only after it: who makes a bundle can choose another key first.
    void warnsOfAKeyThatWillBeLostBeforeABundleIsMade()
    {
        m_stage->keychain.refuses = Error{ErrorKind::SecretUnavailable, u"There is no keychain here."_s};
        QTRY_VERIFY(action(u"exportEvents"_s)->isEnabled());
        action(u"exportEvents"_s)->trigger();
        const QPointer<QDialog> dialog = m_stage->find<QDialog>(u"exportDialog"_s);
        const auto *warning = dialog->findChild<MessageStrip *>(u"exportWarning"_s);
        dialog->findChild<QComboBox *>(u"exportFormat"_s)->setCurrentIndex(2);
        QTRY_VERIFY2(warning->text().contains(u"is lost when the program ends"_s),
                     qPrintable(warning->text()));
        QVERIFY(!readCheckpoints(m_stage->workspace())->present()); // no key was made for it
        dialog->findChild<QLineEdit *>(u"exportFile"_s)->setText(m_stage->path(u"case.zip"_s));
        auto *exportButton = dialog->findChild<QAbstractButton *>(u"exportButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(exportButton->isEnabled(), WindowStage::Patience);
        exportButton->click();
        const auto *strip = dialog->findChild<MessageStrip *>();
        QTRY_VERIFY_WITH_TIMEOUT(strip->text().startsWith(u"Exported"_s), WindowStage::Patience);
        QVERIFY(warning->isVisible());
        const QString below = dialog->findChild<QLabel *>(u"exportGaps"_s)->text();
        QVERIFY2(!below.contains(u"lost"_s), qPrintable(below)); // said once
        dialog->close();
    }

    void aCheckpointAfterEachSyncIsRemembered()
    {
        openEvidence();
        m_stage->find<QCheckBox>(u"checkpointAfterSync"_s)->click();
        evidence()->close();
        m_stage->open(); // again
        QVERIFY(m_stage->shows(counted()));
        openEvidence();
        QTRY_VERIFY(m_stage->find<QCheckBox>(u"checkpointAfterSync"_s)->isChecked());
    }

    void namesTheRowThatWasAltered()
    {
        openEvidence();
        checkpoint();
        evidence()->close();
        {
            const auto connection =
                SqlConnection::openForWriting(WorkspacePaths::of(m_stage->workspace()).database);
            VERIFY_RESULT((*connection)->execute("UPDATE event SET created = created + 1 WHERE row = 7"));
        }
        action(u"verifyWorkspace"_s)->trigger();
        auto *list = m_stage->find<VerdictList>(u"verifyList"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list->count() > 1, WindowStage::Patience);
        QVERIFY2(list->item(0)->text().contains(u"not as it was stored"_s),
                 qPrintable(list->item(0)->text()));
        QStringList sentences;
        for (int row = 0; row < list->count(); ++row)
            sentences += list->item(row)->text();
        QVERIFY2(sentences.join(u'\n').contains(u"source “work”"_s), qPrintable(sentences.join(u'\n')));
    }

    void aSoundWorkspaceVerifiesAndTheVerdictIsSaved()
    {
        openEvidence();
        checkpoint();
        button(u"verifyFromEvidence"_s)->click();
        auto *list = m_stage->find<VerdictList>(u"verifyList"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list->count() > 0, WindowStage::Patience);
        QVERIFY2(list->item(0)->text().contains(u"as it was stored"_s), qPrintable(list->item(0)->text()));
        m_stage->find<QAbstractButton>(u"verifySave"_s)->click();
        auto *file = m_stage->find<QFileDialog>(u"saveVerdictDialog"_s);
        Q_EMIT file->fileSelected(m_stage->path(u"verdict.txt"_s));
        file->close();
        QTRY_VERIFY(QFile::exists(m_stage->path(u"verdict.txt"_s)));
    }

    void aBundleIsMadeAndOpenedReadOnly()
    {
        makeBundle();
        const auto verdict = verifyBundle(m_stage->path(u"case.zip"_s), {}, {});
        VERIFY_RESULT(verdict);
        QVERIFY(verdict->isVerified() && verdict->manifest->statesCompleteness);
        startApplication();
        QVERIFY(waitForText(window(), counted()));
        openBundle(m_stage->path(u"case.zip"_s), {});
        QTRY_VERIFY_WITH_TIMEOUT(window().windowTitle().contains(u"case.zip (evidence bundle)"_s),
                                 WindowStage::Patience);
        QVERIFY(waitForText(window(), counted()));
        QVERIFY2(window().notice().text().contains(u"is verified"_s), qPrintable(window().notice().text()));
        const WindowActions &actions = window().actions();
        for (const QAction *changing :
             {actions.syncAll, actions.addSource, actions.pushAfterSync, actions.manageArchive,
              actions.importEvents, actions.markReviewed, actions.verifyWorkspace})
            QVERIFY2(!changing->isEnabled(), qPrintable(changing->objectName()));
        QVERIFY(!window().findChild<QAction *>(u"savePreset"_s)->isEnabled());
        QVERIFY(!window().findChild<QWidget *>(u"remarksBar"_s)->isVisible());
        QVERIFY(actions.exportEvents->isEnabled());
        window().notice().findChild<QAbstractButton *>(u"messageAction"_s)->click();
        const auto *facts = window().findChild<QPlainTextEdit *>(u"bundleFacts"_s);
        QVERIFY(facts);
        QVERIFY2(facts->toPlainText().contains(u"Case: case 7"_s), qPrintable(facts->toPlainText()));
        window().findChild<QDialog *>(u"bundleDialog"_s)->close();
        QCOMPARE(window().recentPlaces().actions().size(),
                 1); // the workspace; a bundle is not one to come back to
    }

    /// Its events are somebody else's: nothing of them stays behind.
    void whatABundleWasUnpackedToIsDeletedWhenItIsClosed()
    {
        makeBundle();
        QDir folder(m_stage->path(u"temporary"_s));
        QVERIFY(folder.mkpath(u"."_s));
        const QByteArray before = qgetenv("TMPDIR");
        const bool wasSet = qEnvironmentVariableIsSet("TMPDIR");
        const auto restored = qScopeGuard([&before, wasSet] {
            if (wasSet)
                qputenv("TMPDIR", before);
            else
                qunsetenv("TMPDIR");
        });
        qputenv("TMPDIR", QFile::encodeName(folder.path()));
        const auto unpacked = [&folder] {
            return QDir(folder.path()).entryList({u"trailglass-bundle-*"_s}, QDir::Dirs);
        };
        startApplication();
        openBundle(m_stage->path(u"case.zip"_s), {});
        QTRY_VERIFY_WITH_TIMEOUT(window().windowTitle().contains(u"case.zip"_s), WindowStage::Patience);
        QCOMPARE(unpacked().size(), 1);
        window().close();
        m_application.reset();
        QCOMPARE(unpacked(), QStringList());
    }

    void anAlteredBundleIsNotOpened()
    {
        makeBundle();
        QFile file(m_stage->path(u"case.zip"_s));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 100));
        file.close();
        startApplication();
        const QString before = window().windowTitle();
        openBundle(m_stage->path(u"case.zip"_s), {});
        auto *list = window().findChild<VerdictList *>(u"bundleProblems"_s);
        QVERIFY(list);
        QTRY_VERIFY_WITH_TIMEOUT(list->count() > 0, WindowStage::Patience);
        QCOMPARE(window().windowTitle(), before);
        QVERIFY(!hasMessageBox());
    }

private:
    [[nodiscard]] QString counted() const { return u"%1 of %1 event(s)"_s.arg(QLocale().toString(m_all)); }
    [[nodiscard]] QAction *action(const QString &name) { return m_stage->find<QAction>(name); }
    [[nodiscard]] QDialog *evidence() { return m_stage->find<QDialog>(u"evidenceDialog"_s); }
    [[nodiscard]] QLabel *label(const QString &name) { return evidence()->findChild<QLabel *>(name); }
    [[nodiscard]] QAbstractButton *button(const QString &name)
    {
        return evidence()->findChild<QAbstractButton *>(name);
    }
    [[nodiscard]] MainWindow &window() { return m_application->workspaceWindow().window(); }

    void openEvidence()
    {
        action(u"showEvidence"_s)->trigger();
        QTRY_VERIFY(evidence()->isVisible());
    }

    void checkpoint()
    {
        QTRY_VERIFY(button(u"makeCheckpoint"_s)->isEnabled());
        button(u"makeCheckpoint"_s)->click();
        const auto *strip = evidence()->findChild<MessageStrip *>();
        QTRY_VERIFY_WITH_TIMEOUT(strip->text().contains(u"was signed"_s), WindowStage::Patience);
    }

    void chooseWitness(const QString &fileName)
    {
        button(u"chooseWitness"_s)->click();
        auto *file = m_stage->find<QFileDialog>(u"chooseWitnessDialog"_s);
        Q_EMIT file->fileSelected(fileName);
        file->close();
    }

    /// Through the export dialog.
    void makeBundle()
    {
        QTRY_VERIFY(action(u"exportEvents"_s)->isEnabled());
        action(u"exportEvents"_s)->trigger();
        const QPointer<QDialog> dialog = m_stage->find<QDialog>(u"exportDialog"_s);
        dialog->findChild<QComboBox *>(u"exportFormat"_s)->setCurrentIndex(2);
        dialog->findChild<QLineEdit *>(u"exportFile"_s)->setText(m_stage->path(u"case.zip"_s));
        dialog->findChild<QLineEdit *>(u"bundleCase"_s)->setText(u"case 7"_s);
        dialog->findChild<QAbstractButton *>(u"bundleVerify"_s)->click();
        auto *exportButton = dialog->findChild<QAbstractButton *>(u"exportButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(exportButton->isEnabled(), WindowStage::Patience);
        exportButton->click();
        const auto *strip = dialog->findChild<MessageStrip *>();
        QTRY_VERIFY_WITH_TIMEOUT(strip->text().startsWith(u"Exported"_s), WindowStage::Patience);
        dialog->close();
        m_stage->close();
        const Support::ScriptVerdict script = Support::verifiedByScript(m_stage->path(u"case.zip"_s));
        QVERIFY2(script.exitCode == 0, script.output.constData());
    }

    void startApplication()
    {
        m_application = std::make_unique<Trailglass::Application>(
            WorkspaceWindow::Dependencies{m_stage->keychain, m_clock, m_stage->path(u"settings.ini"_s),
                                          m_stage->path(u"approvals.json"_s)});
        Options options;
        options.workspace = m_stage->workspace();
        VERIFY_RESULT(m_application->start(options));
    }

    void openBundle(const QString &fileName, const QString &key)
    {
        window().actions().openBundle->trigger();
        auto *dialog = window().findChild<QDialog *>(u"openBundleDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"bundleFile"_s)->setText(fileName);
        dialog->findChild<QLineEdit *>(u"bundleKey"_s)->setText(key);
        dialog->findChild<QAbstractButton *>(u"openBundleButton"_s)->click();
    }

    SystemClock m_clock;
    std::unique_ptr<WindowStage> m_stage;
    std::unique_ptr<Trailglass::Application> m_application;
    qsizetype m_all = 0;
};

TRAILGLASS_GUI_TEST(EvidenceTest)
#include "tst_evidence.moc"
