// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/sessionsecretstore.h"
#include "tests/runner/testclass.h"
#include "tests/support/standins.h"
#include "views/common/messagestrip.h"
#include "views/sources/sourcedialog.h"
#include "views/sources/sourcescontroller.h"
#include "views/sources/sourcespane.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int Patience = 30'000;

/// The pane over a workspace of its own and the stand-in servers.
struct Stage
{
    explicit Stage(int events = 200)
        : servers({.seed = 1, .now = clock.now(), .events = events})
    {
        pane.resize(1000, 400);
        pane.show();
    }

    void addDatafold(const QString &key)
    {
        controller.addSource();
        auto *dialog = pane.window()->findChild<SourceDialog *>();
        dialog->findChild<QAbstractButton *>(u"product_datafold"_s)->click();
        dialog->findChild<QWidget *>(u"setting_base_url"_s)
            ->findChild<QLineEdit *>(u"input"_s)
            ->setText(servers.datafold().settings().value(u"base_url"_s));
        dialog->findChild<QLineEdit *>(u"secret"_s)->setText(key);
        dialog->findChild<QPushButton *>(u"save"_s)->click();
    }

    [[nodiscard]] QString key() { return servers.datafold().secrets().value(u"api_key"_s); }
    [[nodiscard]] SourceRow row() { return pane.model().rows().value(0); }
    [[nodiscard]] QString strip() { return pane.strip().text(); }

    QTemporaryDir folder;
    SystemClock clock;
    Support::StandIns servers;
    SessionSecretStore keychain;
    SessionSecretStore session;
    SourceKeeper keeper{folder.filePath(u"workspace"_s), keychain, session, clock};
    SyncRunner runner{folder.filePath(u"workspace"_s), keychain, session, clock};
    SourcesPane pane;
    SourcesController controller{keeper, runner, pane, clock};
};

} // namespace

class SourcesControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsTestsSyncsAndRemovesASource()
    {
        Stage stage;
        QVERIFY(stage.servers.listen());
        stage.addDatafold(stage.key());
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 1, Patience);
        QCOMPARE(stage.row().state, SourceRow::State::NeverSynced);

        stage.controller.testSource(u"datafold"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stage.strip().contains(u"It works"), Patience);

        stage.controller.syncAll();
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::UpToDate, Patience);
        QVERIFY(stage.row().events > 0);

        answerRemoval(stage, false);
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::Removed, Patience);
        QVERIFY(stage.row().events > 0);
        answerRemoval(stage, true);
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 0, Patience);
    }

    void tellsTheVendorsErrorInPlace()
    {
        Stage stage;
        QVERIFY(stage.servers.listen());
        stage.addDatafold(u"wrong-key"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.pane.model().rowCount(), 1, Patience);
        stage.controller.syncSource(u"datafold"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.row().state, SourceRow::State::Failed, Patience);
        QVERIFY(!stage.row().lastError.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(stage.strip().startsWith(u"datafold: "), Patience);
        const auto *details = stage.pane.findChild<QPlainTextEdit *>(u"sourceDetails"_s);
        QVERIFY(details->toPlainText().contains(stage.row().lastError));
        QVERIFY(stage.pane.findChildren<QMessageBox *>().isEmpty());
    }

private:
    static void answerRemoval(Stage &stage, bool removed)
    {
        stage.controller.removeSource(u"datafold"_s);
        auto *box = stage.pane.findChild<QMessageBox *>(u"removeQuestion"_s);
        QVERIFY(box);
        const auto *withEvents = box->findChild<QCheckBox *>(u"deleteEvents"_s);
        QCOMPARE(withEvents == nullptr, removed);
        QVERIFY(!withEvents || !withEvents->isChecked());
        box->findChild<QPushButton *>(u"confirm"_s)->click();
    }
};

} // namespace Trailglass

TRAILGLASS_GUI_TEST(Trailglass::SourcesControllerTest)
#include "tst_sourcescontroller.moc"
