// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sortorder.h"
#include "models/store/sqlconnection.h"
#include "models/workspace/presetservice.h"
#include "models/workspace/resultrunner.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/events/colourrulesdialog.h"
#include "views/events/eventsview.h"
#include "views/presets/presetdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

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
        rename(u"Mine"_s, u"Logins"_s);
        const auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        QTRY_COMPARE(edit->text(), u"preset:Logins"_s);
        m_stage->find<QWidget>(u"presetDialog"_s)->close();
        QVERIFY(m_stage->shows(m_logins));
    }

    void carryTheColourRulesWhereThatIsChosen()
    {
        const ColourRule logins{{}, u"op:auth"_s, 0, true};
        const ColourRule deletions{{}, u"op:delete preset:Mine"_s, 1, true};
        m_stage->find<QAction>(u"savePreset"_s)->trigger();
        QPointer<QDialog> empty = m_stage->find<QDialog>(u"presetNameDialog"_s);
        QVERIFY(empty->findChild<QCheckBox *>(u"withColourRules"_s)->isHidden()); // there are none
        empty->reject();
        QTRY_VERIFY(!empty);
        addRule(logins.filter);
        saveAs(u"plain"_s, false);
        saveAs(u"coloured"_s, true);
        addRule(deletions.filter);
        const QList<ColourRule> both{logins, deletions};

        m_stage->find<QAction>(u"preset:plain"_s)->trigger();
        QCOMPARE(rules(), both);
        m_stage->find<QAction>(u"preset:coloured"_s)->trigger();
        QCOMPARE(rules(), QList<ColourRule>{logins});

        // Updated, it carries those of now; and a name in them follows.
        addRule(deletions.filter);
        m_stage->find<QAction>(u"updatePreset"_s)->trigger();
        PresetService service(m_stage->workspace());
        const auto stored = [&service](const QString &name) {
            service.reload();
            return readColourRules(presetNamed(name, service.presets()).hasValue()
                                       ? presetNamed(name, service.presets())->colourRules
                                       : QString());
        };
        QTRY_COMPARE_WITH_TIMEOUT(stored(u"coloured"_s), both, WindowStage::Patience);
        rename(u"Mine"_s, u"Logins"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rules().last().filter, u"op:delete preset:Logins"_s, WindowStage::Patience);
        QTRY_COMPARE_WITH_TIMEOUT(stored(u"coloured"_s), rules(), WindowStage::Patience);
    }

    void areUndoneWithAllThatTheyBring()
    {
        auto *events = m_stage->find<EventsView>(u"eventsView"_s);
        const auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        const auto state = [&] {
            QStringList names;
            for (const ColourRule &rule : rules())
                names += rule.filter;
            return QStringList{edit->text(), columnsText(events->columns()),
                               sortOrderText(events->sortOrder()), names.join(u", "_s)};
        };
        const auto arrange = [&](const QString &filter, const QString &columns, const QString &order) {
            m_stage->filter(filter);
            events->setColumns(*parseColumns(columns));
            events->setSortOrder(*parseSortOrder(order));
        };
        addRule(u"op:auth"_s);
        arrange(u"op:auth"_s, u"created,actor"_s, u"actor"_s);
        saveAs(u"coloured"_s, true);
        const QStringList ofPreset = state();
        addRule(u"op:delete"_s);
        arrange(u"op:delete"_s, u"created,id,ip"_s, u"-created"_s);
        QVERIFY(m_stage->shows(m_deletions));
        const QStringList before = state();

        m_stage->find<QAction>(u"preset:coloured"_s)->trigger();
        QVERIFY(m_stage->shows(m_logins));
        QCOMPARE(state(), ofPreset);
        m_stage->window().actions().undoFilter->trigger();
        QCOMPARE(state(), before);
        QVERIFY(m_stage->shows(m_deletions));
        m_stage->window().actions().redoFilter->trigger();
        QCOMPARE(state(), ofPreset);
        QVERIFY(m_stage->shows(m_logins));

        // The filter is the preset's already: what else it brings is a step all the same.
        arrange(u"op:auth"_s, u"id"_s, u"-actor"_s);
        const QStringList same = state();
        m_stage->find<QAction>(u"preset:coloured"_s)->trigger();
        QCOMPARE(state(), ofPreset);
        m_stage->window().actions().undoFilter->trigger();
        QCOMPARE(state(), same);
        // A preset that brings nothing but a filter leaves the rest as it is, also when it is undone.
        m_stage->find<QAction>(u"builtIn:deletions"_s)->trigger();
        events->setColumns(*parseColumns(u"id,action"_s));
        m_stage->window().actions().undoFilter->trigger();
        QCOMPARE(edit->text(), same.first());
        QCOMPARE(columnsText(events->columns()), u"id,action"_s);
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
                u"INSERT INTO preset (name, expression, columns, sort, colour_rules) VALUES ('Broken', '%1', "
                "'no such column(', 'nothing', "
                "'[7,{\"name\":\"bad\",\"filter\":\"actr:x\",\"colour\":1},{\"filter\":\"op:auth\",\"colour\":2}]')"_s;
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
        const auto *statusBar = m_stage->window().statusBar();
        QVERIFY2(statusBar->currentMessage().contains(u"(“bad”) is ignored"_s),
                 qPrintable(statusBar->currentMessage()));
        QCOMPARE(rules().size(), 2); // the broken one can be mended, the good one colours
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

    void rename(const QString &from, const QString &to)
    {
        m_stage->find<QAction>(u"managePresets"_s)->trigger();
        auto *dialog = m_stage->find<PresetDialog>(u"presetDialog"_s);
        dialog->choose(from);
        auto *name = dialog->findChild<QLineEdit *>(u"presetName"_s);
        name->setText(to);
        QTest::keyClick(name, Qt::Key_Return);
    }

    /// Saves the filter under a new name.
    void saveAs(const QString &name, bool withColourRules)
    {
        m_stage->find<QAction>(u"savePreset"_s)->trigger();
        QPointer<QDialog> dialog = m_stage->find<QDialog>(u"presetNameDialog"_s);
        dialog->findChild<QLineEdit *>(u"presetName"_s)->setText(name);
        auto *box = dialog->findChild<QCheckBox *>(u"withColourRules"_s);
        QVERIFY(box->isVisible() && !box->isChecked());
        box->setChecked(withColourRules);
        dialog->findChild<QPushButton *>(u"saveButton"_s)->click();
        QTRY_VERIFY(!dialog);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().findChild<QAction *>(u"preset:"_s + name),
                                 WindowStage::Patience);
    }

    void addRule(const QString &filter)
    {
        m_stage->find<QAction>(u"colourRules"_s)->trigger();
        QPointer<QDialog> dialog = m_stage->find<QDialog>(u"colourRulesDialog"_s);
        dialog->findChild<QPushButton *>(u"addRule"_s)->click();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"ruleFilter"_s), filter);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QTRY_VERIFY(!dialog);
    }

    /// Those of the table.
    QList<ColourRule> rules()
    {
        m_stage->find<QAction>(u"colourRules"_s)->trigger();
        QPointer<ColourRulesDialog> dialog = m_stage->find<ColourRulesDialog>(u"colourRulesDialog"_s);
        const QList<ColourRule> shown = dialog->rules();
        dialog->reject();
        (void)QTest::qWaitFor([&dialog] { return !dialog; }, WindowStage::Patience);
        return shown;
    }

    /// What the status bar is to say of a filter.
    QString countOf(const QString &expression)
    {
        const SystemClock clock;
        ResultRunner runner(m_stage->workspace(), clock);
        QString count;
        const auto take = [&count](const QueryResult &result) {
            const QLocale locale;
            count = u"%1 of %2 event(s)"_s.arg(locale.toString(result.snapshot->size()),
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

TRAILGLASS_GUI_TEST(PresetsTest)
#include "tst_presets.moc"
