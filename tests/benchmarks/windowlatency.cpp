// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/windowlatency.h"

#include "tests/benchmarks/drivenwindow.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Benchmarks {

namespace {

/// In seconds.
double roundOf(const QString &filter, DrivenWindow &window)
{
    window.filterEdit().clear();
    window.settle();
    window.filterEdit().setFocus();
    window.filterEdit().setText(filter.chopped(1));
    window.settle();
    const QString before = window.countText();
    return window.press(filter.back(), [&window, &before] {
        return window.countText() != before && window.countText().contains(" of "_L1);
    });
}

} // namespace

Cost costOfLastKey(const QString &workspace, const std::optional<ShownArchive> &archive,
                   const QString &filter, qint64 &found)
{
    DrivenWindow window(workspace, archive);
    window.waitForFirstResult();
    Cost best{1e9, 0};
    for (int round = 0; round < Rounds; ++round)
        best.seconds = std::min(best.seconds, roundOf(filter, window));
    found = window.rows();
    return best;
}

} // namespace Trailglass::Benchmarks
