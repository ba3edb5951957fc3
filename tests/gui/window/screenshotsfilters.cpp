// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"
#include "models/store/eventwriter.h"
#include "tests/gui/window/screenshotscompany.h"
#include "tests/gui/window/screenshotsscenes.h"
#include "tests/gui/window/screenshotsstage.h"
#include "views/filters/filterpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QListWidget>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// One term negated, one turned off, and more than have room in a narrow window.
QWidget *terms(SceneStage &stage)
{
    stage.openCompany(
        u"created:2026-11 op:auth,grant,export -actor:svc-* (ip:192.0.2.0/24 OR weekday:sat,sun) "
        "-target:\"Website relaunch\" source:asana,secoda"_s,
        [](Settings &settings) { settings.setDisabledTerms({u"1 outcome:failure"_s}); });
    return &stage.window();
}

/// What the intruder's address did, counted.
QWidget *completion(SceneStage &stage)
{
    stage.openCompany();
    stage.type(u"ip:192.0.2.66 action:"_s);
    const auto isOffered = [&stage] {
        const auto *offered = stage.window().findChild<QWidget *>(u"completions"_s);
        return offered && offered->isVisible();
    };
    stage.waitFor(isOffered, u"completions"_s);
    return &stage.window();
}

QWidget *mistake(SceneStage &stage)
{
    stage.openCompany();
    stage.type(u"op:grant actr:quill"_s);
    QTest::keyClick(stage.find<QLineEdit>(u"queryEdit"_s), Qt::Key_Return);
    return &stage.window();
}

QWidget *nothingFound(SceneStage &stage)
{
    stage.openCompany(u"actor:quill op:grant,auth created:2026-11"_s);
    return &stage.window();
}

/// A time before the first event.
QWidget *nothingThen(SceneStage &stage)
{
    stage.openCompany(u"actor:~quill created:2025"_s);
    return &stage.window();
}

QWidget *filterHistory(SceneStage &stage)
{
    stage.openCompany(Story::Night, [](Settings &settings) {
        settings.setFilterHistory({u"op:auth outcome:failure"_s, u"weekday:sat,sun hour:22..5"_s,
                                   u"@details.new_value:super_admin"_s, u"action:~export created:-30d"_s});
    });
    stage.find<QAction>(u"queryHistory"_s)->trigger();
    stage.waitForMenu();
    return &stage.window();
}

/// Values chosen and excluded, and the amounts of refunds as ranges.
QWidget *facets(SceneStage &stage)
{
    stage.openCompany(u"source:nected created:2026-11 op:execute,update -outcome:failure"_s,
                      [](Settings &settings) {
                          settings.setFilterGroups({{u"@input.amount"_s, true},
                                                    {u"op"_s, true},
                                                    {u"outcome"_s, true},
                                                    {u"actor"_s, true},
                                                    {u"ip"_s, false},
                                                    {u"target.type"_s, false}});
                      });
    return stage.find<QWidget>(u"filtersDock"_s);
}

QWidget *facetChooser(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    stage.find<FilterPane>(u"filterPane"_s)->chooseGroup();
    QWidget *dialog = stage.modal();
    const auto *list = stage.find<QListWidget>(u"facetCandidates"_s);
    const auto hasPaths = [list] {
        return !list->findItems(u"@"_s, Qt::MatchStartsWith).isEmpty();
    };
    stage.waitFor(hasPaths, u"JSON paths"_s);
    QTest::keyClicks(stage.find<QLineEdit>(u"facetField"_s), u"value"_s);
    return dialog;
}

QWidget *filterGuide(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    return stage.openDialog(u"showFilterGuide"_s, u"filterGuide"_s);
}

void bringPresets(SceneStage &stage)
{
    stage.bringCompany();
    const QList<Preset> presets{
        {u"Failed logins"_s, u"op:auth outcome:failure"_s},
        {u"Exports by people"_s, u"op:export -actor:svc-*"_s, u"created,source,actor,target,ip"_s,
         u"-created"_s},
        {u"Night shift"_s, u"hour:22..5 -actor:svc-*"_s},
        {u"Mara Quill, that weekend"_s, u"actor:~quill created:2026-11-07..2026-11-08"_s}};
    const auto writer = EventWriter::open(stage.workspace());
    for (const Preset &preset : presets)
        static_cast<void>((*writer)->savePreset(preset));
}

QWidget *presetMenu(SceneStage &stage)
{
    bringPresets(stage);
    stage.openCompany(Story::Week);
    const auto *button = stage.find<QWidget>(u"presetsButton"_s);
    auto *menu = stage.find<QMenu>(u"presetMenu"_s);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    stage.waitForMenu();
    return &stage.window();
}

QWidget *presetName(SceneStage &stage)
{
    bringPresets(stage);
    stage.openCompany(Story::Night);
    QWidget *dialog = stage.openDialog(u"savePreset"_s, u"presetNameDialog"_s);
    dialog->findChild<QLineEdit *>(u"presetName"_s)->setText(u"The night"_s);
    return dialog;
}

QWidget *presetDialog(SceneStage &stage)
{
    bringPresets(stage);
    stage.openCompany(Story::Week);
    return stage.openDialog(u"managePresets"_s, u"presetDialog"_s);
}

QWidget *presetDeletion(SceneStage &stage)
{
    QWidget *dialog = presetDialog(stage);
    dialog->findChild<QAbstractButton *>(u"deletePreset"_s)->click();
    stage.waitFor([dialog] { return dialog->findChild<QWidget *>(u"deleteQuestion"_s) != nullptr; },
                  u"the question about the preset"_s);
    return stage.modal();
}

} // namespace

QList<Scene> filterScenes()
{
    using enum Scene::Use;
    return {{u"terms"_s, Review, terms},
            {u"completion"_s, Documents, completion},
            {u"mistake"_s, Review, mistake},
            {u"nothing"_s, Documents, nothingFound},
            {u"nothing-then"_s, Review, nothingThen},
            {u"filter-history"_s, Review, filterHistory},
            {u"facets"_s, Review, facets},
            {u"facet-chooser"_s, Review, facetChooser},
            {u"filter-guide"_s, Review, filterGuide},
            {u"preset-menu"_s, Review, presetMenu},
            {u"preset-name"_s, Review, presetName},
            {u"presets"_s, Review, presetDialog},
            {u"preset-deletion"_s, Review, presetDeletion}};
}

} // namespace Trailglass::Testing
