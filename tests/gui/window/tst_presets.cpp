// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sortorder.h"
#include "models/store/sqlconnection.h"
#include "models/workspace/presetservice.h"
#include "models/workspace/resultrunner.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"

#include <QAction>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

/// Filters that name a preset.
class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(400);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        savePreset(u"op:auth"_s);
        m_logins = countOf(u"op:auth"_s);
        m_deletions = countOf(u"op:delete"_s);
        QVERIFY(m_logins != m_deletions);
    }
    void cleanup() { m_stage.reset(); }

    void runAtTheStart_data()
    {
        QTest::addColumn<bool>("isOnTheCommandLine");
        QTest::newRow("as it was left") << false;
        QTest::newRow("on the command line") << true;
    }
    void runAtTheStart()
    {
        QFETCH(bool, isOnTheCommandLine);
        m_stage->filter(isOnTheCommandLine ? QString() : u"preset:Mine"_s);
        Options options;
        options.hasFilter = isOnTheCommandLine;
        options.filter = u"preset:Mine"_s;
        m_stage->open(options);
        QVERIFY(m_stage->shows(m_logins));
        QVERIFY(!m_stage->find<QLabel>(u"queryStatus"_s)->text().contains(u"Mine"_s));
        // The counts beside it too.
        const auto *pane = m_stage->find<QWidget>(u"filterPane"_s);
        QVERIFY(waitForText(*pane, u"work"_s));
        QVERIFY(textsInSight(*pane).filter(u"Mine"_s).isEmpty());
    }

    void followThePresetWhenItChanges()
    {
        m_stage->filter(u"preset:Mine"_s);
        QVERIFY(m_stage->shows(m_logins));
        savePreset(u"op:delete"_s);
        QVERIFY(m_stage->shows(m_deletions));
    }

    void followThePresetWhenItIsRenamed()
    {
        m_stage->filter(u"preset:Mine"_s);
        QVERIFY(m_stage->shows(m_logins));
        m_stage->find<QAction>(u"managePresets"_s)->trigger();
        auto *dialog = m_stage->find<QWidget>(u"presetDialog"_s);
        auto *name = dialog->findChild<QLineEdit *>(u"presetName"_s);
        name->setText(u"Logins"_s);
        QTest::keyClick(name, Qt::Key_Return);
        const auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        QTRY_COMPARE(edit->text(), u"preset:Logins"_s);
        dialog->close();
        QVERIFY(m_stage->shows(m_logins));
    }

    void aBrokenOneIsExplainedAndTheOthersWork_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("words");
        QTest::newRow("filter") << u"actor:("_s << u"needs a value"_s;
        QTest::newRow("field of another version") << u"mood:x"_s << u"mood"_s;
        QTest::newRow("preset that is gone") << u"preset:gone"_s << u"gone"_s;
    }
    void aBrokenOneIsExplainedAndTheOthersWork()
    {
        QFETCH(QString, expression);
        QFETCH(QString, words);
        m_stage->close();
        {
            const auto connection =
                SqlConnection::openForWriting(m_stage->workspace() + u"/trailglass.sqlite"_s);
            QVERIFY(connection);
            const QString sql =
                u"INSERT INTO preset (name, expression, columns, sort) VALUES ('Broken', '%1', "
                "'no such column(', 'nothing')"_s;
            QVERIFY((*connection)->execute(sql.arg(expression).toStdString()));
        }
        m_stage->open();
        QTRY_VERIFY(m_stage->window().findChild<QAction *>(u"preset:Broken"_s));
        QVERIFY(m_stage->window().findChild<QAction *>(u"preset:Mine"_s)); // the list is whole
        const auto *status = m_stage->find<QLabel>(u"queryStatus"_s);
        const auto isTold = [status, &words] {
            return status->text().contains(words);
        };

        // Chosen, and named in a filter.
        m_stage->find<QAction>(u"preset:Broken"_s)->trigger();
        QCOMPARE(m_stage->find<QLineEdit>(u"queryEdit"_s)->text(), expression);
        QVERIFY2(QTest::qWaitFor(isTold, WindowStage::Patience), qPrintable(status->text()));
        m_stage->filter(u"op:auth"_s);
        QVERIFY(m_stage->shows(m_logins));
        m_stage->filter(u"preset:Broken"_s);
        QVERIFY2(QTest::qWaitFor(isTold, WindowStage::Patience), qPrintable(status->text()));
        QVERIFY(!hasMessageBox());
        m_stage->filter(u"preset:Mine"_s);
        QVERIFY(m_stage->shows(m_logins));
    }

private:
    /// As another program would.
    void savePreset(const QString &expression)
    {
        PresetService other(m_stage->workspace());
        bool isSaved = false;
        other.save({u"Mine"_s, expression}, [&isSaved](const Result<void> &result) { isSaved = !!result; });
        QTRY_VERIFY_WITH_TIMEOUT(isSaved, WindowStage::Patience);
    }

    /// What the status bar is to say of a filter.
    QString countOf(const QString &expression)
    {
        const SystemClock clock;
        ResultRunner runner(m_stage->workspace(), clock);
        QString count;
        const auto take = [&count](const QueryResult &result) {
            const QLocale locale;
            count = u"%1 of %2 events"_s.arg(locale.toString(result.snapshot->size()),
                                             locale.toString(result.total));
        };
        connect(&runner, &ResultRunner::finished, this, take);
        runner.run({std::get<Filter::NodePointer>(Filter::parse(expression)), defaultSortOrder()});
        const bool isFinished = QTest::qWaitFor([&count] { return !count.isEmpty(); }, WindowStage::Patience);
        return isFinished ? count : u"no result"_s;
    }

    std::unique_ptr<WindowStage> m_stage;
    QString m_logins;
    QString m_deletions;
};

} // namespace Trailglass::Testing

TRAILGLASS_GUI_TEST(Trailglass::Testing::PresetsTest)
#include "tst_presets.moc"
