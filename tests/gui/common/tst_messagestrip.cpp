// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/announcer.h"
#include "views/common/messagestrip.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// What a reader who does not see a message hears of it.
class MessageStripTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_strip = new MessageStrip;
        (new QVBoxLayout(m_window.get()))->addWidget(m_strip);
        m_window->show();
        m_announced = std::make_unique<QSignalSpy>(m_strip->findChild<Announcer *>(), &Announcer::announced);
    }
    void cleanup()
    {
        m_announced.reset();
        m_window.reset();
    }

    void isAMessageWithItsTextForAName()
    {
        m_strip->show(MessageStrip::Kind::Warning, u"The disk\u202E is full."_s);
        const auto *spoken = QAccessible::queryAccessibleInterface(m_strip);
        QCOMPARE(spoken->role(), QAccessible::AlertMessage);
        QCOMPARE(spoken->text(QAccessible::Name), u"The disk<U+202E> is full."_s);
    }

    void isSaidWhenItAppearsAndWhenItSaysSomethingElse()
    {
        QCOMPARE(alerts(), 0);
        m_strip->show(MessageStrip::Kind::Warning, u"The disk is full."_s);
        QCOMPARE(alerts(), 1);
        m_strip->show(MessageStrip::Kind::Warning, u"The disk is full."_s);
        QCOMPARE(alerts(), 1);
        m_strip->show(MessageStrip::Kind::Error, u"The disk is gone."_s);
        QCOMPARE(alerts(), 2);
        QCOMPARE(m_announced->constLast().first().toString(), u"The disk is gone."_s);
        m_strip->hide();
        m_strip->show(MessageStrip::Kind::Error, u"The disk is gone."_s);
        QCOMPARE(alerts(), 3);
    }

    void progressIsSaidOnce()
    {
        m_strip->showProgress(u"Rows done: 1"_s);
        QCOMPARE(alerts(), 1);
        for (int rows = 2; rows < 100; ++rows)
            m_strip->showProgress(u"Rows done: %1"_s.arg(rows));
        QCOMPARE(alerts(), 1);
        QCOMPARE(m_strip->text(), u"Rows done: 99"_s);
        m_strip->show(MessageStrip::Kind::Information, u"All rows are done."_s);
        QCOMPARE(alerts(), 2);
    }

    void isSaidOnceItIsInSight()
    {
        m_window->hide();
        m_strip->show(MessageStrip::Kind::Warning, u"The disk is full."_s);
        QCOMPARE(alerts(), 0);
        m_window->show();
        QCOMPARE(alerts(), 1);
        m_window->hide();
        m_window->show(); // nothing new
        QCOMPARE(alerts(), 1);
        m_window->hide();
        m_strip->hide();
        m_strip->show(MessageStrip::Kind::Warning, u"The disk is full."_s);
        m_window->show();
        QCOMPARE(alerts(), 2);
    }

private:
    [[nodiscard]] qsizetype alerts() const { return m_announced->size(); }

    std::unique_ptr<QWidget> m_window;
    MessageStrip *m_strip = nullptr; ///< in the window
    std::unique_ptr<QSignalSpy> m_announced;
};

TRAILGLASS_GUI_TEST(MessageStripTest)
#include "tst_messagestrip.moc"
