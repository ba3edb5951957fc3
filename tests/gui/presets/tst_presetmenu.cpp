// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/presets/presetmenu.h"
#include "views/presets/presetnamedialog.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class PresetMenuTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void saysThatThereAreNone();
    void appliesAPresetByName();
    void appliesThoseOfTheProgram();
    void offersToUpdateTheCurrentOne();
    void forgetsACurrentPresetThatIsGone();
    void keepsItsEntriesWhileTheListIsTheSame();
    void showsHostileNamesAsText();
    void offersWhatIsShared();
    void saysThatTheSharedOnesCouldNotBeRead();
    void asksForFiles();
    void theNameDialogSaysWhatIsWrong_data();
    void theNameDialogSaysWhatIsWrong();
    void theNameDialogTellsTheName();
    void theNameDialogOffersTheColourRules();
};

namespace {

const QList<Preset> Presets{{u"mine"_s, u"actor:ann"_s},
                            {u"night"_s, u"hour:22..,..5"_s, u"created,actor"_s, u"-created"_s}};

template <class Widget>
Widget *find(const QObject &parent, const QString &name)
{
    return parent.findChild<Widget *>(name);
}

} // namespace

void PresetMenuTest::saysThatThereAreNone()
{
    const PresetMenu menu;
    QVERIFY(!menu.actions().first()->isEnabled());
    QVERIFY(find<QAction>(menu, u"savePreset"_s)->isEnabled());
    QVERIFY(find<QAction>(menu, u"importPresets"_s)->isEnabled());
    QVERIFY(!find<QAction>(menu, u"exportPresets"_s)->isEnabled());
    QVERIFY(!find<QAction>(menu, u"updatePreset"_s)->isVisible());
}

void PresetMenuTest::appliesAPresetByName()
{
    PresetMenu menu;
    menu.setPresets(Presets);
    Preset applied;
    connect(&menu, &PresetMenu::applied, this, [&applied](const Preset &preset) { applied = preset; });
    find<QAction>(menu, u"preset:night"_s)->trigger();
    QCOMPARE(applied, Presets.last());
    QCOMPARE(menu.current(), u"night"_s);
    QVERIFY(menu.actions().at(1)->isChecked());
    QVERIFY(!menu.actions().at(0)->isChecked());
}

void PresetMenuTest::appliesThoseOfTheProgram()
{
    PresetMenu menu;
    menu.setPresets(Presets);
    Preset applied;
    connect(&menu, &PresetMenu::applied, this, [&applied](const Preset &preset) { applied = preset; });
    const auto *builtIns = find<QMenu>(menu, u"builtInPresets"_s);
    QVERIFY(builtIns->actions().size() >= 12);
    find<QAction>(*builtIns, u"builtIn:failed-logins"_s)->trigger();
    QCOMPARE(applied.expression, u"op:auth outcome:failure"_s);
    QVERIFY(menu.current().isEmpty());
}

void PresetMenuTest::offersToUpdateTheCurrentOne()
{
    PresetMenu menu;
    menu.setPresets(Presets);
    menu.setCurrent(u"mine"_s);
    QAction *update = find<QAction>(menu, u"updatePreset"_s);
    QVERIFY(update->isVisible());
    QVERIFY(update->text().contains(u"“mine”"_s));
    const QSignalSpy asked(&menu, &PresetMenu::updateAsked);
    update->trigger();
    QCOMPARE(asked.first().first().toString(), u"mine"_s);
}

void PresetMenuTest::forgetsACurrentPresetThatIsGone()
{
    PresetMenu menu;
    menu.setPresets(Presets);
    menu.setCurrent(u"mine"_s);
    menu.setPresets({Presets.last()});
    QVERIFY(menu.current().isEmpty());
    QVERIFY(!find<QAction>(menu, u"updatePreset"_s)->isVisible());
}

void PresetMenuTest::keepsItsEntriesWhileTheListIsTheSame()
{
    PresetMenu menu;
    menu.setPresets(Presets);
    menu.setCurrent(u"mine"_s);
    const QList<QAction *> entries = menu.actions();
    menu.setPresets(Presets);
    menu.setCurrent(u"mine"_s);
    QCOMPARE(menu.actions(), entries);
}

void PresetMenuTest::showsHostileNamesAsText()
{
    PresetMenu menu;
    menu.setPresets({{u"R&D <img src=x>\u202e"_s, u"<b>x</b>"_s}});
    const QAction *entry = menu.actions().first();
    QCOMPARE(entry->text(), u"R&&D <img src=x><U+202E>"_s);
    QVERIFY(entry->toolTip().contains(u"&lt;b&gt;"_s));
}

void PresetMenuTest::offersWhatIsShared()
{
    PresetMenu menu;
    menu.setPresets(Presets);
    const QAction *shared = find<QMenu>(menu, u"sharedPresets"_s)->menuAction();
    QVERIFY(!shared->isVisible()); // of a workspace

    menu.setShared({});
    QVERIFY(shared->isVisible());
    auto *share = find<QAction>(menu, u"sharePreset"_s);
    QVERIFY(!share->isEnabled());
    QVERIFY(!find<QMenu>(menu, u"unsharePresets"_s)->menuAction()->isVisible());
    menu.setShared({{u"R&D"_s, u"op:auth"_s}});
    QSignalSpy applied(&menu, &PresetMenu::applied);
    QSignalSpy stopped(&menu, &PresetMenu::unshareAsked);
    QSignalSpy asked(&menu, &PresetMenu::shareAsked);
    QCOMPARE(find<QAction>(menu, u"shared:R&D"_s)->text(), u"R&&D"_s);
    find<QAction>(menu, u"shared:R&D"_s)->trigger();
    QCOMPARE(applied.size(), 1);
    find<QAction>(menu, u"unshare:R&D"_s)->trigger();
    QCOMPARE(stopped.first().first().toString(), u"R&D"_s);

    menu.setCurrent(u"night"_s);
    QVERIFY(share->isEnabled());
    share->trigger();
    QCOMPARE(asked.first().first().toString(), u"night"_s);
}

/// The user's own and those of the program stay, and so do shared ones that were read before.
void PresetMenuTest::saysThatTheSharedOnesCouldNotBeRead()
{
    PresetMenu menu;
    menu.setPresets(Presets);
    menu.setShared({});
    const auto *failure = find<QAction>(menu, u"sharedFailure"_s);
    const QList<QAction *> entries = find<QMenu>(menu, u"sharedPresets"_s)->actions();
    QVERIFY(!failure->isVisible());

    menu.setSharedFailure(u"<b>The archive does not respond.</b>"_s);

    QVERIFY(failure->isVisible() && !failure->isEnabled());
    QVERIFY(failure->text().endsWith(u"could not be read."_s));
    QVERIFY(failure->toolTip().contains(u"&lt;b&gt;The archive does not respond."_s));
    for (const QAction *entry : entries)
        QVERIFY2(!entry->isVisible() || !entry->text().contains(u"yet"_s), qPrintable(entry->text()));
    QVERIFY(find<QAction>(menu, u"preset:mine"_s)->isEnabled());
    QVERIFY(find<QAction>(menu, u"builtIn:failed-logins"_s)->isEnabled());

    menu.setShared({{u"R&D"_s, u"op:auth"_s}});
    QVERIFY(!failure->isVisible());
    menu.setSharedFailure(u"Away."_s);
    QVERIFY(failure->isVisible());
    QVERIFY(find<QAction>(menu, u"shared:R&D"_s)->isVisible());
    menu.setShared({{u"R&D"_s, u"op:auth"_s}}); // the same, read again
    QVERIFY(!failure->isVisible());
}

void PresetMenuTest::asksForFiles()
{
    QWidget window;
    PresetMenu menu(&window);
    menu.setPresets(Presets);
    for (const QString &name : {u"importPresets"_s, u"exportPresets"_s}) {
        find<QAction>(menu, name)->trigger();
        auto *dialog = find<QFileDialog>(window, u"presetFileDialog"_s);
        QVERIFY(dialog);
        const QSignalSpy asked(
            &menu, name == u"importPresets"_s ? &PresetMenu::importAsked : &PresetMenu::exportAsked);
        Q_EMIT dialog->fileSelected(u"/somewhere/presets.json"_s);
        QCOMPARE(asked.size(), 1);
        delete dialog;
    }
}

void PresetMenuTest::theNameDialogSaysWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QString>("note");
    QTest::newRow("free") << u"new"_s << true << u"preset:name"_s;
    QTest::newRow("taken") << u"mine"_s << true << u"replaces"_s;
    QTest::newRow("spaces at the ends do not count") << u" new "_s << true << u"preset:name"_s;
    QTest::newRow("empty") << QString() << false << u"preset:name"_s;
    QTest::newRow("too long") << QString(101, u'x') << false << u"100"_s;
    QTest::newRow("names itself") << u"night"_s << false << u"night → night"_s;
}

void PresetMenuTest::theNameDialogSaysWhatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(QString, note);
    const PresetNameDialog dialog({{}, u"preset:night"_s}, Presets);
    find<QLineEdit>(dialog, u"presetName"_s)->setText(name);
    QTEST(find<QPushButton>(dialog, u"saveButton"_s)->isEnabled(), "good");
    const QString shown = find<QLabel>(dialog, u"presetNameNote"_s)->text();
    QVERIFY2(shown.contains(note), qPrintable(shown));
}

void PresetMenuTest::theNameDialogTellsTheName()
{
    PresetNameDialog dialog({{}, u"actor:bob"_s, u"created"_s, u"actor"_s}, Presets);
    Preset named;
    connect(&dialog, &PresetNameDialog::named, this, [&named](const Preset &preset) { named = preset; });
    dialog.open();
    QTest::keyClicks(find<QLineEdit>(dialog, u"presetName"_s), u"bob's "_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(named, (Preset{u"bob's"_s, u"actor:bob"_s, u"created"_s, u"actor"_s}));
    QVERIFY(!dialog.isVisible());
}

void PresetMenuTest::theNameDialogOffersTheColourRules()
{
    const QString rules = uR"([{"name":"Failures","filter":"outcome:failure","colour":0}])"_s;
    for (const bool isWanted : {false, true}) {
        PresetNameDialog dialog({u"new"_s, u"x"_s, {}, {}, rules}, Presets);
        Preset named;
        connect(&dialog, &PresetNameDialog::named, this, [&named](const Preset &preset) { named = preset; });
        dialog.open();
        auto *box = find<QCheckBox>(dialog, u"withColourRules"_s);
        QVERIFY(box->isVisible() && !box->isChecked());
        box->setChecked(isWanted);
        QCOMPARE(find<QLabel>(dialog, u"presetColourRules"_s)->text(),
                 isWanted ? u"Failures"_s : u"(unchanged)"_s);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(named.colourRules, isWanted ? rules : QString());
    }
}

TRAILGLASS_GUI_TEST(PresetMenuTest)
#include "tst_presetmenu.moc"
