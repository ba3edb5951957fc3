// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"

#include "models/config/settingsvalues.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

// The layout: of the workspace, else as it was last set in another one.

namespace {

constexpr auto PrecisionKey = "table/precision"_L1;
constexpr auto RelativeKey = "table/relative"_L1;
constexpr auto DensityKey = "table/density"_L1;
constexpr auto HistogramSplitKey = "timeline/split"_L1;
constexpr auto HistogramShownKey = "timeline/shown"_L1;
constexpr auto HistogramHeightKey = "timeline/height"_L1;
constexpr auto InspectorKey = "inspector/opens"_L1;
constexpr auto InspectorMovedKey = "inspector/moved"_L1;
constexpr auto InspectorTabKey = "inspector/tab"_L1;
constexpr auto EmptyFieldsKey = "inspector/empty"_L1;
constexpr auto SideBySideKey = "inspector/beside"_L1;
constexpr auto UnchangedKey = "inspector/unchanged"_L1;
constexpr auto FormattedKey = "inspector/formatted"_L1;
constexpr auto SourcesPageKey = "sources/page"_L1; ///< two numbers of pixels
constexpr auto SourcesListsKey = "sources/lists"_L1; ///< likewise
constexpr auto GeometryKey = "window/geometry"_L1;
constexpr auto MaximisedKey = "window/maximised"_L1;
constexpr auto StateKey = "window/state"_L1;

/// Pixels; higher than any screen.
constexpr int HighestHistogram = 10'000;
/// Pixels; a part of a page on any screen.
constexpr int LargestPart = 10'000;
constexpr qsizetype SharingParts = 2; ///< of a page, with a handle between them

/// Empty unless both are there and in range: one alone says nothing about how the room is shared.
QList<int> partSizesOf(const QVariant &value)
{
    QList<int> sizes;
    const QStringList stored = textsOf(value);
    for (const QString &size : stored) {
        bool isNumber = false;
        const int pixels = size.toInt(&isNumber);
        if (isNumber && pixels > 0 && pixels <= LargestPart)
            sizes.append(pixels);
    }
    return sizes.size() == SharingParts && stored.size() == SharingParts ? sizes : QList<int>();
}

/// Without sizes nothing: those that were set last in another workspace are this one's.
QVariant partSizesToStore(const QList<int> &sizes)
{
    if (sizes.isEmpty())
        return {};
    QStringList stored;
    for (const int size : sizes)
        stored.append(QString::number(size));
    return stored;
}

} // namespace

QString Settings::timePrecision() const
{
    return textOf(m_file.layoutValue(PrecisionKey));
}

void Settings::setTimePrecision(const QString &precision)
{
    m_file.setLayoutValue(PrecisionKey, precision);
}

bool Settings::isTimeRelative() const
{
    return isTrue(m_file.layoutValue(RelativeKey));
}

void Settings::setTimeRelative(bool isRelative)
{
    m_file.setLayoutValue(RelativeKey, isRelative);
}

QString Settings::rowDensity() const
{
    return textOf(m_file.layoutValue(DensityKey));
}

void Settings::setRowDensity(const QString &density)
{
    m_file.setLayoutValue(DensityKey, density);
}

QString Settings::histogramSplit() const
{
    const QString field = textOf(m_file.layoutValue(HistogramSplitKey));
    return field.isEmpty() ? u"outcome"_s : field;
}

void Settings::setHistogramSplit(const QString &field)
{
    m_file.setLayoutValue(HistogramSplitKey, field);
}

bool Settings::isHistogramShown() const
{
    return isTrueOrUnset(m_file.layoutValue(HistogramShownKey));
}

void Settings::setHistogramShown(bool isShown)
{
    m_file.setLayoutValue(HistogramShownKey, isShown);
}

int Settings::histogramHeight() const
{
    const int height = m_file.layoutValue(HistogramHeightKey).toInt();
    return height > 0 && height <= HighestHistogram ? height : 0;
}

void Settings::setHistogramHeight(int height)
{
    m_file.setLayoutValue(HistogramHeightKey, height);
}

bool Settings::inspectorOpensItself() const
{
    return isTrueOrUnset(m_file.layoutValue(InspectorKey));
}

void Settings::setInspectorOpensItself(bool opens)
{
    m_file.setLayoutValue(InspectorKey, opens);
}

bool Settings::isInspectorMoved() const
{
    return isTrue(m_file.layoutValue(InspectorMovedKey));
}

void Settings::setInspectorMoved(bool isMoved)
{
    m_file.setLayoutValue(InspectorMovedKey, isMoved);
}

QString Settings::inspectorTab() const
{
    return m_file.layoutValue(InspectorTabKey).toString();
}

void Settings::setInspectorTab(const QString &tab)
{
    m_file.setLayoutValue(InspectorTabKey, tab);
}

bool Settings::showsEmptyFields() const
{
    return isTrue(m_file.layoutValue(EmptyFieldsKey));
}

void Settings::setShowsEmptyFields(bool shows)
{
    m_file.setLayoutValue(EmptyFieldsKey, shows);
}

bool Settings::areChangesSideBySide() const
{
    return isTrue(m_file.layoutValue(SideBySideKey));
}

void Settings::setChangesSideBySide(bool areSideBySide)
{
    m_file.setLayoutValue(SideBySideKey, areSideBySide);
}

bool Settings::showsUnchangedValues() const
{
    return isTrue(m_file.layoutValue(UnchangedKey));
}

void Settings::setShowsUnchangedValues(bool shows)
{
    m_file.setLayoutValue(UnchangedKey, shows);
}

bool Settings::isJsonFormatted() const
{
    return isTrueOrUnset(m_file.layoutValue(FormattedKey));
}

void Settings::setJsonFormatted(bool isFormatted)
{
    m_file.setLayoutValue(FormattedKey, isFormatted);
}

QList<int> Settings::sourcesPageSizes() const
{
    return partSizesOf(m_file.layoutValue(SourcesPageKey));
}

void Settings::setSourcesPageSizes(const QList<int> &sizes)
{
    m_file.setLayoutValue(SourcesPageKey, partSizesToStore(sizes));
}

QList<int> Settings::sourcesListSizes() const
{
    return partSizesOf(m_file.layoutValue(SourcesListsKey));
}

void Settings::setSourcesListSizes(const QList<int> &sizes)
{
    m_file.setLayoutValue(SourcesListsKey, partSizesToStore(sizes));
}

QByteArray Settings::windowGeometry() const
{
    return bytesOf(m_file.layoutValue(GeometryKey));
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_file.setLayoutValue(GeometryKey, geometry);
}

bool Settings::isWindowMaximised() const
{
    return isTrue(m_file.layoutValue(MaximisedKey));
}

void Settings::setWindowMaximised(bool isMaximised)
{
    m_file.setLayoutValue(MaximisedKey, isMaximised);
}

QByteArray Settings::windowState() const
{
    return bytesOf(m_file.layoutValue(StateKey));
}

void Settings::setWindowState(const QByteArray &state)
{
    m_file.setLayoutValue(StateKey, state);
}

} // namespace Trailglass
