// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sync/rowsink.h"

namespace Trailglass {

/// Where a value begins in its document.
struct TextPlace
{
    qint64 offset = 0; ///< in bytes
    qint64 line = 0; ///< 1-based; 0: not counted
    bool isWholeLine = false; ///< elements of the value are on its line too; else only their offset is known
};

/// Finds the events of one vendor in JSON values, whatever they are wrapped in: an event itself, a list of events,
/// a response of the vendor's API, and the record of a log collector (collectorrecord.h) that holds one of these as
/// a text. The event's own bytes become Event::raw, of a text in a record those of the text.
///
/// The text in a record is tried before the record itself, which may have the same fields. An object that reads as an
/// event is taken as one, even if it has a field with the name of the response's list. Anything else goes to the sink as
/// unreadable, and so does an object that has an id or time but is not an event, unless the list has elements.
/// \thread any, one at a time
class EventFinder
{
public:
    /// \param source, settings, rows  outlive the finder
    EventFinder(const Source &source, const SourceSettings &settings, RowSink &rows);

    /// Reads one value. A list without events, and a response without, are no rows at all.
    /// \param value  valid JSON and UTF-8, without whitespace around it, at most JsonSlicer::MaxElement
    void read(std::string value, TextPlace place);

    /// Reads an element of a list that is itself read as a stream; a bad one is unreadable.
    /// \param list  where the list begins
    void readElement(Slice slice, TextPlace list);

    /// A text that is no JSON value: the events that are in it, if it is a list or response in which only some
    /// elements are bad, else one unreadable row.
    /// \param text  at most JsonSlicer::MaxElement
    /// \param error  its offset counts from the start of the document
    void readBroken(std::string_view text, TextPlace place, const SliceError &error);

    /// One unreadable row.
    void reject(const Slice &slice, const QString &reason) { m_rows.take(unreadableRow(slice, reason)); }

    /// Reads a response as a stream.
    [[nodiscard]] JsonSlicer responseSlicer() const;
    [[nodiscard]] bool isClosed() const { return m_rows.isClosed(); }
    /// Texts in records of which not all is stored as it was: CollectedText::hasLoneSurrogate.
    [[nodiscard]] qint64 changedTexts() const { return m_changedTexts; }

private:
    enum class ListContent
    {
        NoList,
        Empty, ///< no element, or null in the place of the list
        Elements, ///< or a reason why they could not all be read; the sink has them
    };

    [[nodiscard]] JsonSlicer slicerFor(std::string_view value) const;
    void openSlice(Slice slice, TextPlace place, int layer);
    [[nodiscard]] std::optional<QString> open(std::string &value, TextPlace place, int layer);
    [[nodiscard]] std::optional<QString> openText(const std::string &text, std::string &inner,
                                                  TextPlace place, int layer);
    [[nodiscard]] ListContent openList(std::string_view value, TextPlace place, int layer);
    void readElement(Slice slice, TextPlace list, int layer);
    void readElements(std::vector<Slice> elements, TextPlace list, int layer);
    void rejectText(std::string_view text, TextPlace place, const SliceError &error);

    const Source &m_source;
    const SourceSettings &m_settings;
    RowSink &m_rows;
    const std::vector<std::vector<std::string>> m_rowPaths; ///< of the vendor and of collectors
    qint64 m_changedTexts = 0;
};

} // namespace Trailglass
