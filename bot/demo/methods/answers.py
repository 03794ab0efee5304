"""Answers to pressed buttons and to inline queries."""

from bot.demo.entities import utf16_length
from bot.demo.errors import Json, bad
from bot.demo.markup import check_markup
from bot.demo.methods import Call, method
from bot.demo.methods.media import caption_of
from bot.demo.texts import shown

MOST_RESULTS = 50


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Stop the waiting mark on a pressed button; perhaps show a notice."""
    if utf16_length(call.given.get("text", "")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    answer = {key: value for key, value in call.given.items() if key != "callback_query_id"}
    query = call.queries.answer(call.given["callback_query_id"], answer, call.world.clock())
    call.world.happened("callback_answered", None, {"id": query.id, **answer})
    return True


@method("answerInlineQuery")
def answer_inline_query(call: Call) -> bool:
    """Show results above the field in which a user types."""
    results = call.given["results"]
    if len(results) > MOST_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    ids = [result["id"] for result in results]
    if any(not 1 <= len(name.encode()) <= 64 for name in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if len(call.given.get("next_offset", "").encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID")
    _check_button(call.given.get("button"))
    answer = {**call.given, "results": [_prepared(result) for result in results]}
    query = call.queries.answer(call.given["inline_query_id"], answer, call.world.clock())
    call.world.happened("inline_answered", None, {"id": query.id, "results": len(results)})
    return True


def _check_button(button: Json | None) -> None:
    if button is None:
        return
    if not button["text"].strip():
        raise bad("SWITCH_PM_TEXT_EMPTY")
    if "web_app" in button:
        return
    payload = button.get("start_parameter", "")
    if not payload:
        raise bad("START_PARAM_EMPTY")
    if not all(c.isascii() and (c.isalnum() or c in "_-") for c in payload):
        raise bad("START_PARAM_INVALID")


def _prepared(result: Json) -> Json:
    """The result with the message that choosing it sends, under `message`."""
    content = result.get("input_message_content")
    if "title" in result and not result["title"].strip():
        raise bad("ARTICLE_TITLE_EMPTY")
    message: Json
    if content and "message_text" in content:
        text = shown(content["message_text"], content.get("parse_mode"), content.get("entities"))
        message = {"text": text.words, "entities": text.entities or None}
        message["link_preview_options"] = content.get("link_preview_options")
    elif content:
        raise bad("this server of ours sends only texts and pictures by inline results")
    else:
        caption = caption_of(result)
        message = {"caption": caption.words or None, "caption_entities": caption.entities or None}
    message["reply_markup"] = check_markup(result.get("reply_markup"))
    return {**result, "message": {k: v for k, v in message.items() if v is not None}}
