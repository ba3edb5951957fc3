// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspacewindow.h"
#include "models/exporting/column.h"
#include "models/filter/fieldnames.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/secretstores.h"
#include "tests/workspace/workspacetesting.h"
#include "views/events/eventsview.h"
#include "views/filters/filterpane.h"
#include "views/filters/termchip.h"
#include "views/inspector/inspectorpane.h"
#include "views/sources/sourcespane.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// How the user has set a workspace up is there again when it is opened again, and reaches no other workspace.
class RememberedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyWorkspaceKeepsHowItIsSet_data();
    void everyWorkspaceKeepsHowItIsSet();

private:
    void chooseColumns() { m_events->setColumns(*parseColumns(u"created,actor,id,op"_s)); }
    void widenAColumn() { table()->horizontalHeader()->resizeSection(4, 321); }
    void freezeColumns() { m_events->setFrozenColumns(2); }
    void sortByActor();
    void typeAFilter();
    void turnATermOff();
    void widenTheFilters();
    void addAGroup() { find<FilterPane>(u"filterPane"_s)->addGroup(Field::Channel); }
    void addAColourRule();
    void makeTheHistogramHigher();
    void splitTheHistogram() { QTest::keyClick(find<QComboBox>(u"histogramSplit"_s), Qt::Key_Down); }
    void toggleRelativeTimes() { find<QAction>(u"timeRelative"_s)->trigger(); }
    void toggleTheHistogram() { find<QAction>(u"showHistogram"_s)->trigger(); }
    void toggleTheFilters() { dock(u"filtersDock"_s)->toggleViewAction()->trigger(); }
    void toggleMaximised()
    {
        MainWindow &window = m_window->window();
        window.setWindowState(window.windowState() ^ Qt::WindowMaximized);
    }
    void toggleTheInspector() { dock(u"inspectorDock"_s)->toggleViewAction()->trigger(); }

    void flipTheFirstGroup();
    void toggleEmptyFields() { find<QCheckBox>(u"showEmptyFields"_s)->toggle(); }
    void toggleSideBySide() { find<QCheckBox>(u"changesSideBySide"_s)->toggle(); }
    void toggleUnchangedValues() { find<QCheckBox>(u"changesWithSame"_s)->toggle(); }
    void toggleFormattedJson() { find<QCheckBox>(u"rawIndented"_s)->toggle(); }
    void shareThePageOfTheSources() { dragInSources(u"sourcesSplitter"_s, {-20, -20}); }
    void shareTheListsOfTheSources() { dragInSources(u"sourceListsSplitter"_s, {0, 20}); }
    void dragInSources(const QString &splitter, const QPoint &way);
    void turnToTheNextTab();
    void changeTheTimes();
    void changeTheRows();

    [[nodiscard]] QString columns() { return columnsText(m_events->columns()); }
    [[nodiscard]] QString widths() { return QString::number(m_events->columnWidths().value(u"actor"_s)); }
    [[nodiscard]] QString frozen() { return QString::number(m_events->frozenColumns()); }
    [[nodiscard]] QString order() { return sortOrderText(m_events->sortOrder()); }
    [[nodiscard]] QString filter() { return find<QLineEdit>(u"queryEdit"_s)->text(); }
    [[nodiscard]] QString termsThatAreOff();
    [[nodiscard]] QString filtersWidth() { return QString::number(dock(u"filtersDock"_s)->width()); }
    [[nodiscard]] QString groups();
    [[nodiscard]] QString colourRules();
    [[nodiscard]] QString histogramHeight();
    [[nodiscard]] QString split() { return find<QComboBox>(u"histogramSplit"_s)->currentText(); }
    [[nodiscard]] QString isHistogramThere() { return isVisible(u"histogramView"_s); }
    [[nodiscard]] QString areFiltersThere() { return isVisible(u"filtersDock"_s); }
    [[nodiscard]] QString isMaximised()
    {
        return m_window->window().isMaximized() ? u"maximised"_s : u"normal"_s;
    }
    [[nodiscard]] QString isInspectorThere() { return isVisible(u"inspectorDock"_s); }

    [[nodiscard]] QString contentOfTheFirstGroup();
    [[nodiscard]] QString emptyFields() { return isChecked(u"showEmptyFields"_s); }
    [[nodiscard]] QString sideBySide() { return isChecked(u"changesSideBySide"_s); }
    [[nodiscard]] QString unchangedValues() { return isChecked(u"changesWithSame"_s); }
    [[nodiscard]] QString formattedJson() { return isChecked(u"rawIndented"_s); }
    [[nodiscard]] QString sourcesPage() { return inWords(sources()->partSizes().page); }
    [[nodiscard]] QString sourcesLists() { return inWords(sources()->partSizes().lists); }
    [[nodiscard]] QString times();
    [[nodiscard]] QString rowHeight() { return QString::number(table()->rowHeight(0)); }
    [[nodiscard]] QString tab() { return QString::number(find<InspectorPane>(u"inspector"_s)->tab()); }

    /// Settings that are changed in one window after the other: none of a group changes what another one says.
    enum class Group
    {
        TableAndFilter,
        Columns,
        // Layout: a workspace that has none of its own takes the one that was set last.
        HeightAndTimes,
        ColoursAndRows,
        Panes,
        Inspector,
        Sources,
        Size
    };
    struct Setting
    {
        const char *name;
        void (RememberedTest::*change)();
        QString (RememberedTest::*state)();
        Group group;
    };
    static constexpr std::array Settings{
        Setting{"columns", &RememberedTest::chooseColumns, &RememberedTest::columns, Group::TableAndFilter},
        Setting{"filter", &RememberedTest::typeAFilter, &RememberedTest::filter, Group::TableAndFilter},
        Setting{"groups of the filter pane", &RememberedTest::addAGroup, &RememberedTest::groups,
                Group::TableAndFilter},
        Setting{"values in place of ranges", &RememberedTest::flipTheFirstGroup,
                &RememberedTest::contentOfTheFirstGroup, Group::TableAndFilter},
        Setting{"colour rules", &RememberedTest::addAColourRule, &RememberedTest::colourRules,
                Group::TableAndFilter},
        Setting{"width of a column", &RememberedTest::widenAColumn, &RememberedTest::widths, Group::Columns},
        Setting{"frozen columns", &RememberedTest::freezeColumns, &RememberedTest::frozen, Group::Columns},
        Setting{"sort order", &RememberedTest::sortByActor, &RememberedTest::order, Group::Columns},
        Setting{"a term that is turned off", &RememberedTest::turnATermOff, &RememberedTest::termsThatAreOff,
                Group::Columns},
        Setting{"width of the filter pane", &RememberedTest::widenTheFilters, &RememberedTest::filtersWidth,
                Group::HeightAndTimes},
        Setting{"height of the histogram", &RememberedTest::makeTheHistogramHigher,
                &RememberedTest::histogramHeight, Group::HeightAndTimes},
        Setting{"precision of times", &RememberedTest::changeTheTimes, &RememberedTest::times,
                Group::HeightAndTimes},
        Setting{"tab of the inspector", &RememberedTest::turnToTheNextTab, &RememberedTest::tab,
                Group::HeightAndTimes},
        Setting{"colours of the histogram", &RememberedTest::splitTheHistogram, &RememberedTest::split,
                Group::ColoursAndRows},
        Setting{"relative times", &RememberedTest::toggleRelativeTimes, &RememberedTest::times,
                Group::ColoursAndRows},
        Setting{"height of rows", &RememberedTest::changeTheRows, &RememberedTest::rowHeight,
                Group::ColoursAndRows},
        Setting{"histogram", &RememberedTest::toggleTheHistogram, &RememberedTest::isHistogramThere,
                Group::Panes},
        Setting{"filter pane", &RememberedTest::toggleTheFilters, &RememberedTest::areFiltersThere,
                Group::Panes},
        Setting{"inspector", &RememberedTest::toggleTheInspector, &RememberedTest::isInspectorThere,
                Group::Panes},
        Setting{"empty fields", &RememberedTest::toggleEmptyFields, &RememberedTest::emptyFields,
                Group::Inspector},
        Setting{"changes side by side", &RememberedTest::toggleSideBySide, &RememberedTest::sideBySide,
                Group::Inspector},
        Setting{"unchanged values", &RememberedTest::toggleUnchangedValues, &RememberedTest::unchangedValues,
                Group::Inspector},
        Setting{"formatted JSON", &RememberedTest::toggleFormattedJson, &RememberedTest::formattedJson,
                Group::Inspector},
        Setting{"parts of the page of the sources", &RememberedTest::shareThePageOfTheSources,
                &RememberedTest::sourcesPage, Group::Sources},
        Setting{"lists of the page of the sources", &RememberedTest::shareTheListsOfTheSources,
                &RememberedTest::sourcesLists, Group::Sources},
        Setting{"maximised window", &RememberedTest::toggleMaximised, &RememberedTest::isMaximised,
                Group::Size},
    };

    void open(const Workspace &workspace);
    void close();
    template <class T>
    [[nodiscard]] T *find(const QString &name)
    {
        return m_window->window().findChild<T *>(name);
    }
    [[nodiscard]] QString isChecked(const QString &name)
    {
        return find<QCheckBox>(name)->isChecked() ? u"on"_s : u"off"_s;
    }
    [[nodiscard]] static QString inWords(const QList<int> &sizes);
    [[nodiscard]] SourcesPane *sources() { return find<SourcesPane>(u"sourcesPane"_s); }
    [[nodiscard]] QTableView *table() { return find<QTableView>(u"eventTable"_s); }
    [[nodiscard]] QDockWidget *dock(const QString &name) { return find<QDockWidget>(name); }
    [[nodiscard]] QString isVisible(const QString &name)
    {
        return find<QWidget>(name)->isVisible() ? u"there"_s : u"hidden"_s;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_one;
    std::unique_ptr<Workspace> m_two;
    FakeKeychain m_keychain;
    NoonClock m_clock;
    std::unique_ptr<WorkspaceWindow> m_window;
    EventsView *m_events = nullptr; ///< of the window
};

void RememberedTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_one = std::make_unique<Workspace>();
    m_two = std::make_unique<Workspace>();
    m_one->fill(30);
    m_two->fill(30);
}

void RememberedTest::cleanup()
{
    close();
    m_one.reset();
    m_two.reset();
}

void RememberedTest::close()
{
    if (m_window)
        m_window->window().close();
    m_window.reset();
}

void RememberedTest::open(const Workspace &workspace)
{
    close();
    Options options;
    options.workspace = workspace.folder();
    m_window = std::make_unique<WorkspaceWindow>(
        options,
        WorkspaceWindow::Dependencies{m_keychain, m_clock, m_folder->filePath(u"settings.ini"_s),
                                      m_folder->filePath(u"approvals.json"_s)});
    QVERIFY(m_window->open());
    QVERIFY(QTest::qWaitForWindowExposed(&m_window->window(), WindowStage::Patience));
    m_events = find<EventsView>(u"eventsView"_s);
    const auto *count = find<QLabel>(u"countText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(count->text().endsWith(u"of 30 event(s)"_s), WindowStage::Patience);
}

void RememberedTest::everyWorkspaceKeepsHowItIsSet_data()
{
    QTest::addColumn<int>("group");
    std::map<Group, QByteArrayList> names;
    for (const Setting &setting : Settings)
        names[setting.group] += setting.name;
    for (const auto &[group, settings] : names)
        QTest::newRow(settings.join(", ").constData()) << static_cast<int>(group);
}

void RememberedTest::everyWorkspaceKeepsHowItIsSet()
{
    QFETCH(const int, group);
    std::vector<Setting> settings;
    std::ranges::copy_if(Settings, std::back_inserter(settings), [group](const Setting &setting) {
        return static_cast<int>(setting.group) == group;
    });
    const bool isLayout = group >= static_cast<int>(Group::HeightAndTimes);
    const auto change = [this, &settings] {
        for (const Setting &setting : settings)
            (this->*setting.change)();
    };
    const auto states = [this, &settings] {
        QStringList texts;
        for (const Setting &setting : settings)
            texts += (this->*setting.state)();
        return texts;
    };
    const auto unchanged = [&settings](const QStringList &one, const QStringList &other) {
        QByteArrayList names;
        for (std::size_t index = 0; index < settings.size(); ++index) {
            const auto place = static_cast<qsizetype>(index);
            if (one.at(place) == other.at(place))
                names += settings[index].name;
        }
        return names;
    };
    open(*m_one);
    const QStringList before = states();
    change();
    const QStringList changed = states();
    QCOMPARE(unchanged(before, changed), QByteArrayList());

    open(*m_two);
    if (isLayout) {
        QTRY_COMPARE(states(), changed);
        change(); // its own from now on
        QCOMPARE(unchanged(changed, states()), QByteArrayList());
    } else {
        QCOMPARE(states(), before);
    }

    open(*m_one);
    QTRY_COMPARE(states(), changed);
}

void RememberedTest::sortByActor()
{
    table()->setCurrentIndex(m_events->model().index(0, 4));
    m_events->actions().sortRising->trigger();
}

void RememberedTest::typeAFilter()
{
    auto *edit = find<QLineEdit>(u"queryEdit"_s);
    QTest::keyClicks(edit, u"action:read"_s);
    QTest::keyClick(edit, Qt::Key_Return);
}

void RememberedTest::turnATermOff()
{
    auto *edit = find<QLineEdit>(u"queryEdit"_s);
    QTest::keyClicks(edit, u"action:read actor:*"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    auto *first = find<TermChip>({});
    QVERIFY(first && first->isVisible());
    QTest::keyClick(first, Qt::Key_Space);
}

QString RememberedTest::termsThatAreOff()
{
    const auto chips = m_window->window().findChildren<TermChip *>();
    const auto count = std::ranges::count_if(
        chips, [](const TermChip *chip) { return chip->isVisible() && !chip->isChecked(); });
    return QString::number(count);
}

/// To the other of two widths.
void RememberedTest::widenTheFilters()
{
    QDockWidget *filters = dock(u"filtersDock"_s);
    const int width = filters->width() == 260 ? 320 : 260;
    m_window->window().resizeDocks({filters}, {width}, Qt::Horizontal);
    QTRY_COMPARE(filters->width(), width);
}

void RememberedTest::flipTheFirstGroup()
{
    auto *pane = find<FilterPane>(u"filterPane"_s);
    std::vector<FacetGroupChoice> choices = pane->groups();
    choices.front().showsValues = !choices.front().showsValues;
    pane->setGroups(choices);
}

QString RememberedTest::contentOfTheFirstGroup()
{
    return find<FilterPane>(u"filterPane"_s)->groups().front().showsValues ? u"values"_s : u"ranges"_s;
}

void RememberedTest::dragInSources(const QString &splitter, const QPoint &way)
{
    m_window->window().actions().showSources->trigger();
    auto *parts = find<QSplitter>(splitter);
    QTRY_VERIFY_WITH_TIMEOUT(parts->isVisible(), WindowStage::Patience); // when the sources are listed
    QCoreApplication::sendPostedEvents(); // the page has its size
    QSplitterHandle *handle = parts->handle(1);
    const QPoint grip = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, grip);
    QTest::mouseMove(handle, grip + way);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, grip + way);
}

QString RememberedTest::inWords(const QList<int> &sizes)
{
    QStringList numbers;
    for (const int size : sizes)
        numbers += QString::number(size);
    return numbers.join(u' ');
}

QString RememberedTest::groups()
{
    QStringList names;
    for (const FacetGroupChoice &group : find<FilterPane>(u"filterPane"_s)->groups())
        names += Filter::fieldReferenceName(group.field);
    return names.join(u' ');
}

void RememberedTest::addAColourRule()
{
    find<QAction>(u"colourRules"_s)->trigger();
    QPointer<QDialog> dialog = find<QDialog>(u"colourRulesDialog"_s);
    dialog->findChild<QPushButton *>(u"addRule"_s)->click();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"ruleFilter"_s), u"action:read"_s);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(!dialog);
}

QString RememberedTest::colourRules()
{
    find<QAction>(u"colourRules"_s)->trigger();
    QPointer<QDialog> dialog = find<QDialog>(u"colourRulesDialog"_s);
    const QString count = QString::number(dialog->findChild<QListWidget *>(u"ruleList"_s)->count());
    dialog->reject();
    (void)QTest::qWaitFor([&dialog] { return !dialog; });
    return count;
}

void RememberedTest::makeTheHistogramHigher()
{
    QSplitterHandle *handle = find<QSplitter>(u"eventsPage"_s)->handle(1);
    const QPoint grip = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, grip);
    QTest::mouseMove(handle, grip + QPoint(0, 30));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, grip + QPoint(0, 30));
}

void RememberedTest::turnToTheNextTab()
{
    auto *inspector = find<InspectorPane>(u"inspector"_s);
    inspector->setTab(static_cast<InspectorPane::Tab>(inspector->tab() + 1));
}

/// To the other of two.
void RememberedTest::changeTheTimes()
{
    const bool isSeconds = find<QAction>(u"timeSeconds"_s)->isChecked();
    find<QAction>(isSeconds ? u"timeMicroseconds"_s : u"timeSeconds"_s)->trigger();
}

void RememberedTest::changeTheRows()
{
    const bool isCompact = find<QAction>(u"rowsCompact"_s)->isChecked();
    find<QAction>(isCompact ? u"rowsComfortable"_s : u"rowsCompact"_s)->trigger();
}

QString RememberedTest::times()
{
    QStringList checked;
    for (const QString &name :
         {u"timeSeconds"_s, u"timeMilliseconds"_s, u"timeMicroseconds"_s, u"timeRelative"_s})
        checked += find<QAction>(name)->isChecked() ? name : QString();
    return checked.join(u' ');
}

QString RememberedTest::histogramHeight()
{
    return QString::number(find<QWidget>(u"histogramView"_s)->height());
}

TRAILGLASS_GUI_TEST(RememberedTest)
#include "tst_remembered.moc"
