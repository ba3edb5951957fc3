// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Filters that name a source, in the real window.
class SourceNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(10);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
    }
    void cleanup() { m_stage.reset(); }

    void anUnknownNameIsReportedWithTheNearest()
    {
        edit()->setText(u"x source:wrok"_s);
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"There is no source “wrok”; the sources are work."_s,
                                  WindowStage::Patience);
        auto *suggestion = m_stage->find<QPushButton>(u"querySuggestion"_s);
        QVERIFY(suggestion->isVisible());
        QTest::mouseClick(suggestion, Qt::LeftButton);
        QCOMPARE(edit()->text(), u"x source:work"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status().endsWith(u"event(s)"_s), WindowStage::Patience);
    }

    void itIsReportedAtTheStart()
    {
        Options options;
        options.hasFilter = true;
        options.filter = u"-source:wrok"_s;
        m_stage->open(options);
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"There is no source “wrok”; the sources are work."_s,
                                  WindowStage::Patience);
    }

    void aSourceThatIsAddedIsKnownAtOnce()
    {
        edit()->setText(u"source:other"_s);
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"There is no source “other”; the sources are work."_s,
                                  WindowStage::Patience);
        QVERIFY(m_stage->addSource(Vendor::Nected, u"other"_s));
        QTRY_VERIFY_WITH_TIMEOUT(status().endsWith(u"event(s)"_s), WindowStage::Patience);
    }

private:
    [[nodiscard]] QLineEdit *edit() { return m_stage->find<QLineEdit>(u"queryEdit"_s); }
    [[nodiscard]] QString status() { return m_stage->find<QLabel>(u"queryStatus"_s)->text(); }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(SourceNamesTest)
#include "tst_sourcenames.moc"
