// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/filters/filterpanestage.h"
#include "tests/runner/testclass.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

/// Where keyboard and mouse are in a list of values while the values change.
class FacetPlaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyboardStaysAtItsValue()
    {
        FilterPaneStage window;
        const auto current = [&window] {
            return window.values->currentIndex().data().toString();
        };
        window.values->setCurrentIndex(window.index(1));
        QCOMPARE(current(), u"bob"_s);
        window.pane.setFacet({{Field::Actor, {{"zoe", 20}, {"ann", 9}, {"bob", 2}}}});
        QCOMPARE(current(), u"bob"_s);
        window.pane.setFacet({{Field::Actor, {{"bob", 30}, {"zoe", 20}, {"ann", 9}}}});
        QCOMPARE(current(), u"bob"_s);
        QCOMPARE(window.values->currentIndex().row(), 0);
        // A value that goes leaves the keyboard where it was.
        window.filter.setText(u"actor:=yvonne"_s);
        window.values->setCurrentIndex(window.index(3));
        QCOMPARE(current(), u"yvonne"_s);
        window.filter.setText({});
        QCOMPARE(window.values->currentIndex().row(), 3);
        QCOMPARE(current(), u"(no value)"_s);
    }

    void aReleaseWhereAnotherValueIsNowChoosesNothing()
    {
        FilterPaneStage window;
        window.filter.setText(u"actor:=yvonne"_s);
        QCoreApplication::sendPostedEvents();
        const QPoint place(30, window.values->visualRect(window.index(3)).center().y());
        QTest::mousePress(window.values->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(window.values->currentIndex().data().toString(), u"yvonne"_s);
        window.filter.setText({});
        window.pane.setFacet({{Field::Actor, {{"zoe", 90'000}, {"ann", 9}}}});
        QCOMPARE(window.values->indexAt(place).data().toString(), u"(no value)"_s);
        QTest::mouseRelease(window.values->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(window.filter.text(), QString());
        window.click(0);
        QCOMPARE(window.filter.text(), u"actor:=zoe"_s);
    }
};

} // namespace Trailglass::Testing

TRAILGLASS_GUI_TEST(Trailglass::Testing::FacetPlaceTest)
#include "tst_facetplace.moc"
