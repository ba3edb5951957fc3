// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/presets/presetdialog.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class PresetDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void showsWhatAPresetHolds();
    void saysColumnsAndOrderInWords_data();
    void saysColumnsAndOrderInWords();
    void showsTheColourRulesOfAPreset_data();
    void showsTheColourRulesOfAPreset();
    void tellsApplyAndUpdate();
    void renamesAndStaysWithTheRenamed();
    void saysInPlaceWhatIsWrongWithAName_data();
    void saysInPlaceWhatIsWrongWithAName();
    void deletesAfterAQuestion();
    void theQuestionNamesThoseThatNeedThePreset();
    void keepsItsPlaceWhenTheListChanges();
    void keepsWhatIsTypedWhenTheListIsReloaded();
    void anEmptyListLeadsOn();
    void showsHostileTextsAsText();

private:
    template <class Widget>
    Widget *find(const QString &name) const
    {
        return m_dialog->findChild<Widget *>(name);
    }
    QMessageBox *question() const { return find<QMessageBox>(u"deleteQuestion"_s); }

    std::unique_ptr<PresetDialog> m_dialog;
};

namespace {

const QList<Preset> Presets{{u"grants"_s, u"op:grant"_s},
                            {u"mine"_s, u"preset:night actor:ann"_s},
                            {u"night"_s, u"hour:22..,..5"_s, u"created,actor"_s, u"-created"_s}};

} // namespace

void PresetDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_dialog = std::make_unique<PresetDialog>();
    m_dialog->setPresets(Presets);
    m_dialog->choose(u"night"_s);
    m_dialog->open();
}

void PresetDialogTest::showsWhatAPresetHolds()
{
    QCOMPARE(find<QLineEdit>(u"presetName"_s)->text(), u"night"_s);
    QCOMPARE(find<QPlainTextEdit>(u"presetExpression"_s)->toPlainText(), u"hour:22..,..5"_s);
    QCOMPARE(find<QLabel>(u"presetColumns"_s)->text(), u"created, actor"_s);
    QCOMPARE(find<QLabel>(u"presetSort"_s)->text(), u"created, newest first"_s);
    m_dialog->choose(u"grants"_s);
    QCOMPARE(find<QLineEdit>(u"presetName"_s)->text(), u"grants"_s);
    QCOMPARE(find<QLabel>(u"presetColumns"_s)->text(), u"(unchanged)"_s);
}

void PresetDialogTest::saysColumnsAndOrderInWords_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("sort");
    QTest::addColumn<QString>("titles");
    QTest::addColumn<QString>("order");
    QTest::newRow("several keys") << u"time,user,@a.\"b,c\""_s << u"-actor,created"_s
                                  << u"created, actor, @a.\"b,c\""_s
                                  << u"actor, descending; created, oldest first"_s;
    QTest::newRow("a path") << u"id"_s << u"@a.b"_s << u"id"_s << u"@a.b, ascending"_s;
    QTest::newRow("of another version")
        << u"created,later"_s << u"-later"_s << u"created,later"_s << u"-later"_s;
}

void PresetDialogTest::saysColumnsAndOrderInWords()
{
    QFETCH(QString, columns);
    QFETCH(QString, sort);
    QFETCH(QString, titles);
    QFETCH(QString, order);
    m_dialog->setPresets({{u"night"_s, u"x"_s, columns, sort}});
    QCOMPARE(find<QLabel>(u"presetColumns"_s)->text(), titles);
    QCOMPARE(find<QLabel>(u"presetSort"_s)->text(), order);
}

void PresetDialogTest::showsTheColourRulesOfAPreset_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("shown"); // begins like this
    QTest::newRow("not carried") << QString() << u"(unchanged)"_s;
    QTest::newRow("none") << u"[]"_s << u"(none)"_s;
    QTest::newRow("with and without a name")
        << uR"([{"name":"<b>a\u202e","filter":"x","colour":1},{"filter":"op:auth","colour":2}])"_s
        << u"<b>a<U+202E>, op:auth"_s;
    QTest::newRow("a broken filter")
        << uR"([{"name":"a","filter":"actr:x","colour":1}])"_s
        << u"a. Colour rule 1 (“a”) is ignored: Error in the filter at character 1"_s;
    QTest::newRow("many")
        << uR"([{"filter":"1","colour":1},{"filter":"2","colour":1},{"filter":"3","colour":1},)"
           R"({"filter":"4","colour":1},{"filter":"5","colour":1},{"filter":"6","colour":1}])"_s
        << u"1, 2, 3, 4, 5 and 1 more"_s;
    QTest::newRow("no rules at all") << u"{"_s << u"These are not colour rules"_s;
    QTest::newRow("a long name") << uR"([{"name":"%1","filter":"x","colour":1}])"_s.arg(QString(199, u'W'))
                                 << QString(QString(40, u'W') + u'…');
}

void PresetDialogTest::showsTheColourRulesOfAPreset()
{
    QFETCH(QString, rules);
    QFETCH(QString, shown);
    m_dialog->setPresets({{u"night"_s, u"x"_s, {}, {}, rules}});
    const QString text = find<QLabel>(u"presetColourRules"_s)->text();
    QVERIFY2(text.startsWith(shown), qPrintable(text));
}

void PresetDialogTest::tellsApplyAndUpdate()
{
    Preset applied;
    connect(m_dialog.get(), &PresetDialog::applied, this,
            [&applied](const Preset &preset) { applied = preset; });
    QTest::mouseClick(find<QPushButton>(u"applyPreset"_s), Qt::LeftButton);
    QCOMPARE(applied, Presets.last());
    const QSignalSpy updated(m_dialog.get(), &PresetDialog::updateAsked);
    QTest::mouseClick(find<QPushButton>(u"updatePreset"_s), Qt::LeftButton);
    QCOMPARE(updated.first().first().toString(), u"night"_s);
}

void PresetDialogTest::renamesAndStaysWithTheRenamed()
{
    QVERIFY(!find<QPushButton>(u"renamePreset"_s)->isEnabled());
    const QSignalSpy renamed(m_dialog.get(), &PresetDialog::renameAsked);
    auto *name = find<QLineEdit>(u"presetName"_s);
    name->setText(u"after hours"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.first(), (QVariantList{u"night"_s, u"after hours"_s}));
    QVERIFY(m_dialog->isVisible());
    m_dialog->setPresets(
        {{u"after hours"_s, u"hour:22..,..5"_s}, Presets.at(0), {u"mine"_s, u"preset:\"after hours\""_s}});
    QCOMPARE(name->text(), u"after hours"_s);
}

void PresetDialogTest::saysInPlaceWhatIsWrongWithAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("note");
    QTest::newRow("taken") << u"mine"_s << u"already"_s;
    QTest::newRow("space at the end") << u"night "_s << u"space"_s;
    QTest::newRow("empty") << QString() << u"1 to 100"_s;
}

void PresetDialogTest::saysInPlaceWhatIsWrongWithAName()
{
    QFETCH(QString, name);
    QFETCH(QString, note);
    const QSignalSpy renamed(m_dialog.get(), &PresetDialog::renameAsked);
    auto *edit = find<QLineEdit>(u"presetName"_s);
    edit->setText(name);
    const QString shown = find<QLabel>(u"presetNameNote"_s)->text();
    QVERIFY2(shown.contains(note), qPrintable(shown));
    QVERIFY(!find<QPushButton>(u"renamePreset"_s)->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(renamed.isEmpty());
}

void PresetDialogTest::deletesAfterAQuestion()
{
    const QSignalSpy deleted(m_dialog.get(), &PresetDialog::deleteAsked);
    m_dialog->choose(u"grants"_s);
    QTest::mouseClick(find<QPushButton>(u"deletePreset"_s), Qt::LeftButton);
    QVERIFY(question());
    QVERIFY(question()->text().contains(u"“grants”"_s));
    QTest::keyClick(question(), Qt::Key_Escape);
    QVERIFY(deleted.isEmpty());
    QTRY_VERIFY(!question());
    QTest::mouseClick(find<QPushButton>(u"deletePreset"_s), Qt::LeftButton);
    QTest::mouseClick(question()->findChild<QPushButton *>(u"confirm"_s), Qt::LeftButton);
    QCOMPARE(deleted.first().first().toString(), u"grants"_s);
}

void PresetDialogTest::theQuestionNamesThoseThatNeedThePreset()
{
    QTest::mouseClick(find<QPushButton>(u"deletePreset"_s), Qt::LeftButton);
    QVERIFY2(question()->informativeText().contains(u"“mine”"_s), qPrintable(question()->informativeText()));
}

void PresetDialogTest::keepsItsPlaceWhenTheListChanges()
{
    QList<Preset> more = Presets;
    more.prepend({u"again"_s, {}});
    m_dialog->setPresets(more);
    QCOMPARE(find<QLineEdit>(u"presetName"_s)->text(), u"night"_s);
    m_dialog->setPresets(Presets.first(2));
    QCOMPARE(find<QLineEdit>(u"presetName"_s)->text(), u"mine"_s);
}

void PresetDialogTest::keepsWhatIsTypedWhenTheListIsReloaded()
{
    auto *name = find<QLineEdit>(u"presetName"_s);
    name->setText(u"after ho"_s);
    QList<Preset> more = Presets;
    more.prepend({u"again"_s, {}});
    more.last().expression = u"hour:22.."_s;
    m_dialog->setPresets(more);
    QCOMPARE(name->text(), u"after ho"_s);
    QVERIFY(find<QPushButton>(u"renamePreset"_s)->isEnabled());
    QCOMPARE(find<QPlainTextEdit>(u"presetExpression"_s)->toPlainText(), u"hour:22.."_s);
    m_dialog->choose(u"grants"_s);
    QCOMPARE(name->text(), u"grants"_s);
}

void PresetDialogTest::anEmptyListLeadsOn()
{
    m_dialog->setPresets({});
    QVERIFY(!find<QPushButton>(u"deletePreset"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"exportPresets"_s)->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"importPresets"_s), Qt::LeftButton);
    auto *dialog = find<QFileDialog>(u"presetFileDialog"_s);
    QVERIFY(dialog);
    const QSignalSpy asked(m_dialog.get(), &PresetDialog::importAsked);
    Q_EMIT dialog->fileSelected(u"/somewhere/presets.json"_s);
    QCOMPARE(asked.size(), 1);
    dialog->close();
}

void PresetDialogTest::showsHostileTextsAsText()
{
    m_dialog->setPresets({{u"<b>x"_s, u"a\u202eb <img src=x>"_s, u"@\"<i>\""_s}});
    QCOMPARE(find<QListWidget>(u"presetList"_s)->item(0)->text(), u"<b>x"_s);
    QCOMPARE(find<QPlainTextEdit>(u"presetExpression"_s)->toPlainText(), u"a<U+202E>b <img src=x>"_s);
    QCOMPARE(find<QLabel>(u"presetColumns"_s)->textFormat(), Qt::PlainText);
}

TRAILGLASS_GUI_TEST(PresetDialogTest)
#include "tst_presetdialog.moc"
