// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/windowactions.h"

#include "views/common/icons.h"

#include "models/core/translation.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QAction *make(QWidget *owner, QLatin1StringView name, const QString &text, const QString &tip,
              const QKeySequence &shortcut = {})
{
    auto *action = new QAction(text, owner);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : QString(tip + " ("_L1 + keys + u')'));
    action->setStatusTip(tip);
    owner->addAction(action);
    return action;
}

QActionGroup *makeAppearances(QWidget *owner)
{
    auto *group = new QActionGroup(owner);
    const auto add = [group](const QString &value, const QString &text) {
        auto *action = group->addAction(text);
        action->setObjectName("appearance."_L1 + value);
        action->setData(value);
        action->setCheckable(true);
    };
    add(u"system"_s, tr("&System"));
    add(u"light"_s, tr("&Light"));
    add(u"dark"_s, tr("&Dark"));
    return group;
}

} // namespace

WindowActions::WindowActions(QWidget *owner)
    : openWorkspace(make(owner, "openWorkspace"_L1, Trailglass::tr("&Open workspace…"),
                         Trailglass::tr("Opens another workspace in place of this one"),
                         Qt::CTRL | Qt::Key_O))
    , openArchive(make(owner, "openArchive"_L1, Trailglass::tr("Open arc&hive…"),
                       Trailglass::tr("Opens the archive of a team in place of what is open"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_O))
    , openBundle(make(owner, "openBundle"_L1, Trailglass::tr("Open evidence &bundle…"),
                      Trailglass::tr("Verifies an evidence bundle and shows it read-only")))
    , showCoverage(make(owner, "showCoverage"_L1, Trailglass::tr("Co&verage…"),
                        Trailglass::tr("Lists which intervals of each source were synced")))
    , showQuarantine(make(owner, "showQuarantine"_L1, Trailglass::tr("Quara&ntine…"),
                          Trailglass::tr("Lists the rows that are not stored as events")))
    , addSource(make(owner, "addSource"_L1, Trailglass::tr("&Add source…"), Trailglass::tr("Adds a source"),
                     Qt::CTRL | Qt::Key_N))
    , syncAll(make(owner, "syncAll"_L1, Trailglass::tr("&Sync"),
                   Trailglass::tr("Fetches new events of all sources"), Qt::Key_F5))
    , cancelSync(make(owner, "cancelSync"_L1, Trailglass::tr("&Cancel sync"),
                      Trailglass::tr("Stops the sync; events already fetched are kept"),
                      Qt::SHIFT | Qt::Key_F5))
    , pauseSchedule(make(owner, "pauseSchedule"_L1, Trailglass::tr("&Pause scheduled sync"),
                         Trailglass::tr("Starts no scheduled sync until it is resumed; sync by hand works"),
                         Qt::CTRL | Qt::SHIFT | Qt::Key_F5))
    , pushAfterSync(make(owner, "pushAfterSync"_L1, Trailglass::tr("P&ush after syncs…"),
                         Trailglass::tr("Lists the archives that the workspace is pushed into after each "
                                        "sync, and pushes into them now")))
    , manageArchive(make(owner, "manageArchive"_L1, Trailglass::tr("Mana&ge archive…"),
                         Trailglass::tr("Shows what an archive holds, checks, creates and compares it, and "
                                        "claims its sources")))
    , importEvents(make(owner, "importEvents"_L1, Trailglass::tr("&Import…"),
                        Trailglass::tr("Imports events from files into a source")))
    , exportEvents(make(owner, "exportEvents"_L1, Trailglass::tr("&Export…"),
                        Trailglass::tr("Exports the shown or selected events to a file"),
                        Qt::CTRL | Qt::Key_E))
    , writeReport(make(owner, "writeReport"_L1, Trailglass::tr("Repor&t…"),
                       Trailglass::tr("Writes a report on the events of the filter as PDF or HTML")))
    , checkWorkspace(
          make(owner, "checkWorkspace"_L1, Trailglass::tr("Chec&k workspace…"),
               Trailglass::tr("Checks the workspace for damage, and repairs what can be repaired")))
    , quit(make(owner, "quit"_L1, Trailglass::tr("&Quit"), Trailglass::tr("Closes Trailglass"),
                Qt::CTRL | Qt::Key_Q))
    , undoFilter(make(owner, "undoFilter"_L1, Trailglass::tr("&Undo filter change"),
                      Trailglass::tr("Goes back to the previous filter"), QKeySequence::Undo))
    , redoFilter(make(owner, "redoFilter"_L1, Trailglass::tr("&Redo filter change"),
                      Trailglass::tr("Goes forward to the next filter"), QKeySequence::Redo))
    , copy(make(owner, "copy"_L1, Trailglass::tr("&Copy"),
                Trailglass::tr("Copies the selection of the focused pane"), QKeySequence::Copy))
    , selectAll(make(owner, "selectAll"_L1, Trailglass::tr("Select &all"),
                     Trailglass::tr("Selects all events of the result"), QKeySequence::SelectAll))
    , find(make(owner, "find"_L1, Trailglass::tr("&Find in the events…"),
                Trailglass::tr("Finds a text in the table without filtering"), QKeySequence::Find))
    , goToTime(make(owner, "goToTime"_L1, Trailglass::tr("&Go to time…"),
                    Trailglass::tr("Goes to the events of a time"), Qt::CTRL | Qt::Key_G))
    , previousEvent(make(owner, "previousEvent"_L1, Trailglass::tr("&Previous event"),
                         Trailglass::tr("Goes to the event above, from any pane"), Qt::Key_F7))
    , nextEvent(make(owner, "nextEvent"_L1, Trailglass::tr("&Next event"),
                     Trailglass::tr("Goes to the event below, from any pane"), Qt::Key_F8))
    , focusFilter(make(owner, "focusFilter"_L1, Trailglass::tr("F&ilter…"),
                       Trailglass::tr("Goes to the query bar"), Qt::CTRL | Qt::Key_L))
    , clearFilter(make(owner, "clearFilter"_L1, Trailglass::tr("C&lear the filter"),
                       Trailglass::tr("Shows all events"), Qt::CTRL | Qt::SHIFT | Qt::Key_F))
    , showEvents(make(owner, "showEvents"_L1, Trailglass::tr("E&vents"), Trailglass::tr("Shows the events"),
                      Qt::CTRL | Qt::Key_1))
    , showSources(make(owner, "showSources"_L1, Trailglass::tr("&Sources"),
                       Trailglass::tr("Shows the sources and their state"), Qt::CTRL | Qt::Key_2))
    , resetLayout(make(owner, "resetLayout"_L1, Trailglass::tr("&Reset layout"),
                       Trailglass::tr("Arranges the panes as in a new window")))
    , showHistogram(make(owner, "showHistogram"_L1, Trailglass::tr("&Histogram"),
                         Trailglass::tr("Shows or hides the histogram"), Qt::CTRL | Qt::Key_H))
    , chooseColumns(make(owner, "chooseColumns"_L1, Trailglass::tr("&Columns…"),
                         Trailglass::tr("Chooses the columns of the table")))
    , chooseZone(make(owner, "chooseZone"_L1, Trailglass::tr("&Time zone…"),
                      Trailglass::tr("Chooses the time zone for displayed times"), Qt::CTRL | Qt::Key_T))
    , markReviewed(make(owner, "markReviewed"_L1, Trailglass::tr("&Mark as reviewed…"),
                        Trailglass::tr("Notes that the shown events were reviewed, up to now"),
                        Qt::CTRL | Qt::Key_R))
    , showOnlyNew(make(owner, "showOnlyNew"_L1, Trailglass::tr("Only &new events"),
                       Trailglass::tr("Shows the events that arrived after the last review"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_R))
    , showOnlyMarked(make(owner, "showOnlyMarked"_L1, Trailglass::tr("Only mar&ked events"),
                          Trailglass::tr("Shows the events that somebody has marked")))
    , showReviewLog(make(owner, "showReviewLog"_L1, Trailglass::tr("Review &log…"),
                         Trailglass::tr("Lists who has reviewed which events, and when")))
    , showEvidence(make(owner, "showEvidence"_L1, Trailglass::tr("&Checkpoints and key…"),
                        Trailglass::tr("Shows what proves that the workspace was not altered")))
    , verifyWorkspace(make(owner, "verifyWorkspace"_L1, Trailglass::tr("&Verify workspace…"),
                           Trailglass::tr("Compares all that is stored with its hashes and checkpoints")))
    , focusEvents(make(owner, "focusEvents"_L1, Trailglass::tr("Go to the &events"),
                       Trailglass::tr("Moves the focus to the table")))
    , nextPane(make(owner, "nextPane"_L1, Trailglass::tr("Go to the &next pane"),
                    Trailglass::tr("Moves the focus to the next pane"), Qt::Key_F6))
    , previousPane(make(owner, "previousPane"_L1, Trailglass::tr("Go to the &previous pane"),
                        Trailglass::tr("Moves the focus to the previous pane"), Qt::SHIFT | Qt::Key_F6))
    , appearances(makeAppearances(owner))
    , showFilterGuide(make(owner, "showFilterGuide"_L1, Trailglass::tr("&Filter language"),
                           Trailglass::tr("Shows what a filter may consist of, with examples"),
                           Qt::CTRL | Qt::Key_F1))
    , showShortcuts(make(owner, "showShortcuts"_L1, Trailglass::tr("&Keyboard shortcuts"),
                         Trailglass::tr("Lists all shortcuts"), QKeySequence::HelpContents))
    , about(
          make(owner, "about"_L1, Trailglass::tr("&About Trailglass"), Trailglass::tr("Version and licence")))
{
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    // The table has these keys itself while it has the focus; elsewhere they belong to text fields.
    copy->setShortcutContext(Qt::WidgetShortcut);
    selectAll->setShortcutContext(Qt::WidgetShortcut);
    undoFilter->setShortcuts({Qt::CTRL | Qt::Key_Z, Qt::ALT | Qt::Key_Left});
    redoFilter->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::ALT | Qt::Key_Right});
    undoFilter->setEnabled(false);
    redoFilter->setEnabled(false);
    cancelSync->setEnabled(false);
    pauseSchedule->setCheckable(true);
    pauseSchedule->setEnabled(false);
    showHistogram->setCheckable(true);
    showHistogram->setChecked(true);
}

void WindowActions::paint(const QPalette &palette)
{
    addSource->setIcon(Icons::icon(Glyph::Add, palette));
    syncAll->setIcon(Icons::icon(Glyph::Sync, palette));
    cancelSync->setIcon(Icons::icon(Glyph::Cancel, palette));
    exportEvents->setIcon(Icons::icon(Glyph::Export, palette));
    showEvents->setIcon(Icons::icon(Glyph::Table, palette));
    showSources->setIcon(Icons::icon(Glyph::Source, palette));
    copy->setIcon(Icons::icon(Glyph::Copy, palette));
    find->setIcon(Icons::icon(Glyph::Search, palette));
    clearFilter->setIcon(Icons::icon(Glyph::Filter, palette));
    chooseColumns->setIcon(Icons::icon(Glyph::Columns, palette));
    chooseZone->setIcon(Icons::icon(Glyph::Time, palette));
}

} // namespace Trailglass
