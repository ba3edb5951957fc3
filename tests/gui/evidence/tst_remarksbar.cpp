// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/evidence/remarksbar.h"
#include "views/inspector/inspectorpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// What reviewers say of the event in the inspector: shown, written, and never lost.
class RemarksBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bar = std::make_unique<RemarksBar>();
        m_bar->setNoteLimit(40);
        m_bar->resize(300, 200);
        m_bar->setVisible(true);
        m_bar->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        m_bar->show(u"one"_s, {});
    }
    void cleanup() { m_bar.reset(); }

    void saysWhatIsMarkedAndNoted()
    {
        QCOMPARE(note()->text(), u"Add a note…"_s);
        QCOMPARE(mark()->accessibleName(), u"Not marked"_s);
        QCOMPARE(mark()->text(), u"Mark"_s);
        m_bar->show(u"one"_s, {MarkColour::Purple, u"first line\nsecond \u202Eline"_s});
        QCOMPARE(note()->text(), u"first line second <U+202E>line"_s);
        QCOMPARE(mark()->accessibleName(), u"Marked purple"_s);
        QVERIFY(note()->toolTip().contains(u"first line\nsecond"_s));
    }

    void savesWhatIsTyped()
    {
        QSignalSpy requests(m_bar.get(), &RemarksBar::noteRequested);
        note()->click();
        QVERIFY(edit()->isVisible() && edit()->hasFocus());
        QVERIFY(!save()->isEnabled()); // nothing is typed
        QTest::keyClicks(edit(), u" asked the owner "_s);
        QCOMPARE(length(), u"15 of 40 characters"_s);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.constFirst().constFirst().toString(), u"asked the owner"_s);
        QVERIFY(!save()->isEnabled()); // until that has ended
        QVERIFY(edit()->isVisible());
        m_bar->noteSaved();
        QVERIFY(!edit()->isVisible());
    }

    /// Marks are of all that are selected.
    void theEditorSaysThatTheNoteIsOfOneEvent()
    {
        const auto *title = m_bar->findChild<QLabel *>(u"eventNoteTitle"_s);
        QVERIFY(!title->isVisible());
        note()->click();
        QVERIFY(title->isVisible() && !note()->isVisible());
        QCOMPARE(title->text(), u"Note on this event"_s);
        QCOMPARE(edit()->accessibleName(), title->text());
        m_bar->setSelectedCount(5);
        QCOMPARE(title->text(), u"Note on this event only, of 5 selected"_s);
        QCOMPARE(edit()->accessibleName(), title->text());
        m_bar->show(u"one"_s, {MarkColour::Red, {}}); // read again
        QVERIFY(title->isVisible() && !note()->isVisible());
        m_bar->setSelectedCount(1);
        QCOMPARE(title->text(), u"Note on this event"_s);
        QCOMPARE(edit()->accessibleName(), title->text());
        QTest::keyClick(edit(), Qt::Key_Escape);
        QVERIFY(!title->isVisible() && note()->isVisible());
    }

    void keepsTheTextWhenItCannotBeStored()
    {
        note()->click();
        QTest::keyClicks(edit(), u"text"_s);
        save()->click();
        m_bar->noteFailed();
        QVERIFY(edit()->isVisible());
        QCOMPARE(edit()->toPlainText(), u"text"_s);
        QVERIFY(save()->isEnabled());
    }

    void holdsTheLimit()
    {
        note()->click();
        edit()->setPlainText(QString(41, u'x'));
        QVERIFY(!save()->isEnabled());
        QVERIFY2(length().contains(u"shorten"_s), qPrintable(length()));
        edit()->setPlainText(QString(40, u'x'));
        QVERIFY(save()->isEnabled());
    }

    void keepsADraftForItsEvent()
    {
        QSignalSpy requests(m_bar.get(), &RemarksBar::noteRequested);
        note()->click();
        QTest::keyClicks(edit(), u"half a thought"_s);
        m_bar->suspend();
        m_bar->show(u"two"_s, {{}, u"other"_s}); // the reader goes on
        QVERIFY(!edit()->isVisible());
        QCOMPARE(note()->text(), u"other"_s);
        m_bar->show(u"one"_s, {});
        QCOMPARE(note()->text(), u"Not saved: half a thought"_s);
        note()->click();
        QCOMPARE(edit()->toPlainText(), u"half a thought"_s);
        QVERIFY(save()->isEnabled());
        QVERIFY(requests.isEmpty()); // what was not saved is not stored
        discard()->click();
        QCOMPARE(note()->text(), u"Add a note…"_s);
        note()->click();
        QCOMPARE(edit()->toPlainText(), QString());
    }

    void escapeKeepsTheDraft()
    {
        note()->click();
        QTest::keyClicks(edit(), u"a word"_s);
        QTest::keyClick(edit(), Qt::Key_Escape);
        QVERIFY(!edit()->isVisible());
        QVERIFY(note()->hasFocus());
        QCOMPARE(note()->text(), u"Not saved: a word"_s);
    }

    void aNoteThatIsReadAgainLeavesTheEditorOpen()
    {
        note()->click();
        QTest::keyClicks(edit(), u"mine"_s);
        m_bar->show(u"one"_s, {MarkColour::Red, u"theirs"_s});
        QVERIFY(edit()->isVisible());
        QCOMPARE(edit()->toPlainText(), u"mine"_s);
    }

    void showsHiddenCharactersInTheEditor()
    {
        m_bar->show(u"one"_s, {{}, u"a\u202Eb\nc"_s});
        note()->click();
        QCOMPARE(edit()->toPlainText(), u"a<U+202E>b\nc"_s);
        QVERIFY(!save()->isEnabled()); // and that changes nothing
    }

    void marksFromItsMenu()
    {
        QSignalSpy marks(m_bar.get(), &RemarksBar::markRequested);
        QSignalSpy filters(m_bar.get(), &RemarksBar::filterRequested);
        m_bar->show(u"one"_s, {MarkColour::Blue, {}});
        auto *menu = m_bar->findChild<QMenu *>(u"eventMarkMenu"_s);
        Q_EMIT menu->aboutToShow();
        action(u"eventMark_red"_s)->trigger();
        action(u"eventMarkNone"_s)->trigger();
        QCOMPARE(marks.size(), 2);
        action(u"filterSameMark"_s)->trigger();
        QCOMPARE(filters.size(), 1);
        QCOMPARE(filters.constFirst().at(2).value<Filter::FieldValue>(), Filter::FieldValue("blue"));
        m_bar->suspend(); // another event is on its way
        action(u"eventMark_red"_s)->trigger();
        QCOMPARE(marks.size(), 2);
        m_bar->show(u"two"_s, {});
        Q_EMIT menu->aboutToShow();
        QVERIFY(!action(u"filterSameMark"_s)->isEnabled());
        QVERIFY(!action(u"eventMarkNone"_s)->isEnabled());
    }

    void isHiddenInTheInspectorUntilItIsWanted()
    {
        InspectorPane pane;
        QVERIFY(pane.remarks().isHidden());
        EventRecord record;
        record.source = "work";
        record.event.id = "e1";
        record.event.raw = "{}";
        record.mark = MarkColour::Green;
        pane.remarks().setVisible(true);
        pane.showRecord(record);
        const auto *button = pane.findChild<QAbstractButton *>(u"eventMark"_s);
        QCOMPARE(button->accessibleName(), u"Marked green"_s);
        EventRecord other = record;
        other.event.id = "e2";
        other.mark.reset();
        pane.showRemarks(other); // late: of another event
        QCOMPARE(button->accessibleName(), u"Marked green"_s);
        other.event.id = "e1";
        pane.showRemarks(other);
        QCOMPARE(button->accessibleName(), u"Not marked"_s);
    }

private:
    [[nodiscard]] QAbstractButton *note() const
    {
        return m_bar->findChild<QAbstractButton *>(u"eventNoteButton"_s);
    }
    [[nodiscard]] QAbstractButton *mark() const
    {
        return m_bar->findChild<QAbstractButton *>(u"eventMark"_s);
    }
    [[nodiscard]] QAbstractButton *save() const { return m_bar->findChild<QAbstractButton *>(u"saveNote"_s); }
    [[nodiscard]] QAbstractButton *discard() const
    {
        return m_bar->findChild<QAbstractButton *>(u"discardNote"_s);
    }
    [[nodiscard]] QPlainTextEdit *edit() const
    {
        return m_bar->findChild<QPlainTextEdit *>(u"eventNoteText"_s);
    }
    [[nodiscard]] QString length() const { return m_bar->findChild<QLabel *>(u"eventNoteLength"_s)->text(); }
    [[nodiscard]] QAction *action(const QString &name) const { return m_bar->findChild<QAction *>(name); }

    std::unique_ptr<RemarksBar> m_bar;
};

TRAILGLASS_GUI_TEST(RemarksBarTest)
#include "tst_remarksbar.moc"
