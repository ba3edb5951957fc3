// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace Trailglass {

/// A part of the window, as a reader of its keys would call it.
struct WindowPlace
{
    QString title; ///< translated
    QWidget *widget = nullptr;
};

/// What the keyboard goes to in \a place: what had it there last, else the first list or table, else whatever
/// comes first. Null when nothing there can take it, or when the place is out of sight.
[[nodiscard]] QWidget *keyboardTarget(const QWidget &place);

/// The keyboardTarget() of the first place after the one that holds \a focus, or before it, that has one;
/// round and round. Null when no other place has one.
/// \param focus  null, or in none of the places: counts as in front of the first
/// \param step   1 for after, -1 for before
[[nodiscard]] QWidget *nextTarget(const QList<WindowPlace> &places, const QWidget *focus, int step);

} // namespace Trailglass
