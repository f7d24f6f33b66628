"""Jupyter's own kernel tests, with a sample for everything that the protocol defines.

Run by .ci/real-kernel.sh, which installs the kernel under the name "noisefloor".
"""
import json
import os
import subprocess
import sys
import unittest

import jupyter_kernel_test as jkt


class NoisefloorTests(jkt.KernelTests):
    kernel_name = "noisefloor"
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    code_page_something = "import { display } from 'noisefloor'; await display.page('read me')"
    code_generate_error = "throw new RangeError('too far')"
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": "'a'.repeat(3)", "result": "'aaa'"},
        {"code": "[1, 2].map((x) => x / 2)", "result": "[ 0.5, 1 ]"},
        {"code": "new Map([['a', 2n ** 64n]])", "result": "Map(1) { 'a' => 18446744073709551616n }"},
        {"code": "Promise.resolve(42)", "result": "42"},
        {
            "code": "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '<b>x</b>', 'text/plain': 'x' }) })",
            "mime": "text/html",
            "result": "<b>x</b>",
        },
    ]
    code_display_data = [
        {"code": "import { display } from 'noisefloor'; await display.html('<b>x</b>')", "mime": "text/html"},
        {"code": "await display.svg('<svg xmlns=\"http://www.w3.org/2000/svg\"/>')", "mime": "image/svg+xml"},
        {"code": "await display.json({ a: 1 })", "mime": "application/json"},
    ]
    code_clear_output = "import { display } from 'noisefloor'; display.clear()"
    code_inspect_sample = "parseInt"
    code_history_pattern = "1 ? 2*3"
    supported_history_operations = ("tail", "range", "search")

    completion_samples = [
        {"text": "parseI", "matches": {"parseInt"}},
        {"text": "Math.sq", "matches": {"sqrt"}},
        {"text": "'abc'.toUpp", "matches": {"toUpperCase"}},
    ]
    complete_code_samples = ["1", "const a = 1;", "if (1) {\n  a\n}", "await x", "f(\n1\n)", "// note", "`a\nb`"]
    incomplete_code_samples = ["const f = () => {", "f(", "[1,", "`a", "/* a", "if (1)", "class A", "1 +", "a.", "function f()"]
    invalid_code_samples = ["let = = 3", "}", "'abc", "if else", "1 2", "const a = ;\nb"]

    def run(self, result=None):
        """A test that fails leaves no broken kernel to those after it."""
        bad = len(result.errors) + len(result.failures)
        super().run(result)
        if len(result.errors) + len(result.failures) > bad:
            self.km.restart_kernel(now=True)
            self.kc.wait_for_ready(timeout=60)

    def get_non_kernel_info_reply(self, timeout=None):
        """Never waits for ever, as Jupyter's tests do in places."""
        return super().get_non_kernel_info_reply(timeout=timeout or 60)

    def outputs(self, code, **options):
        self.flush_channels()
        return self.execute_helper(code, **options)

    def test_error_has_name_message_and_traceback(self):
        reply, outputs = self.outputs("const x = 1;\nnull!.f();")
        self.assertEqual(reply["content"]["status"], "error")
        self.assertEqual(reply["content"]["ename"], "TypeScriptError")
        reply, outputs = self.outputs("const y = 1;\n(null as any).f();")
        content = outputs[0]["content"]
        self.assertEqual(content["ename"], "TypeError")
        self.assertIn("null", content["evalue"])
        self.assertRegex("\n".join(content["traceback"]), r"cell\[\d+\]:2:")

    def test_stop_on_error_aborts_what_waits(self):
        self.flush_channels()
        ids = [self.kc.execute(code) for code in ("throw new Error('1')", "'second'", "'third'")]
        replies = {}
        while len(replies) < 3:
            reply = self.get_non_kernel_info_reply(timeout=15)
            replies[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
        self.assertEqual([replies[one] for one in ids], ["error", "aborted", "aborted"])
        ids = [self.kc.execute(code, stop_on_error=False) for code in ("throw new Error('1')", "'second'")]
        statuses = [self.get_non_kernel_info_reply(timeout=15)["content"]["status"] for _ in ids]
        self.assertEqual(statuses, ["error", "ok"])

    def test_silent_and_store_history(self):
        before = self.outputs("'counted'")[0]["content"]["execution_count"]
        reply, outputs = self.outputs("console.log('x'); 5", silent=True)
        self.assertEqual(outputs, [])
        self.assertEqual(reply["content"]["execution_count"], before)
        reply, outputs = self.outputs("6", store_history=False)
        self.assertEqual(reply["content"]["execution_count"], before)
        self.assertEqual(outputs[0]["content"]["data"]["text/plain"], "6")

    def test_user_expressions(self):
        self.flush_channels()
        self.kc.execute("const u = [1, 2]", user_expressions={"good": "u.length", "bad": "u.nope"})
        found = self.get_non_kernel_info_reply(timeout=15)["content"]["user_expressions"]
        self.assertEqual(found["good"]["data"]["text/plain"], "2")
        self.assertEqual(found["bad"]["status"], "error")

    def test_update_display(self):
        _, outputs = self.outputs(
            "import { display } from 'noisefloor';\n"
            "await display('one', { id: 'd' });\n"
            "await display.update('d', 'two');"
        )
        self.assertEqual([m["msg_type"] for m in outputs], ["display_data", "update_display_data"])
        self.assertEqual({m["content"]["transient"]["display_id"] for m in outputs}, {"d"})

    def test_input(self):
        self.flush_channels()
        self.kc.execute("'<' + prompt('name? ') + prompt.password('word? ') + '>'", allow_stdin=True)
        for question, password in (("name? ", False), ("word? ", True)):
            request = self.kc.get_stdin_msg(timeout=15)
            # Not by validate_message: its schema takes no booleans for `password`, which the protocol demands.
            self.assertEqual(request["msg_type"], "input_request")
            self.assertEqual(request["content"], {"prompt": question, "password": password})
            self.kc.input("xy")
        self.assertEqual(self.get_non_kernel_info_reply(timeout=15)["content"]["status"], "ok")
        reply, _ = self.outputs("1")
        self.kc.execute("prompt()", allow_stdin=False)
        self.assertEqual(self.get_non_kernel_info_reply(timeout=15)["content"]["status"], "error")

    def interrupt(self, code):
        self.outputs("const kept = 'kept'")
        self.kc.execute(code)
        while True:
            message = self.kc.get_iopub_msg(timeout=15)
            if message["msg_type"] == "stream" and "started" in message["content"]["text"]:
                break
        self.assertTrue(self.kc.is_alive())
        self.km.interrupt_kernel()
        reply = self.get_non_kernel_info_reply(timeout=15)
        while reply["msg_type"] != "execute_reply":
            reply = self.get_non_kernel_info_reply(timeout=15)
        self.assertEqual(reply["content"]["ename"], "InterruptError")
        _, outputs = self.outputs("kept")
        self.assertEqual(outputs[0]["content"]["data"]["text/plain"], "'kept'")

    def test_interrupts(self):
        started = "console.log('started');"
        loops = {
            "loop": f"{started} while (true);",
            "wait": f"{started} await new Promise(() => {{}});",
            "loop after a wait": f"await 1; {started} while (true);",
            "loop in an async function": f"async function f() {{ await 1; {started} while (true); }}\nawait f();",
            "loop in a timer": f"setTimeout(() => {{ {started} while (true); }}); await new Promise(() => {{}});",
            "loop in for await": f"for await (const x of [1]) {{ {started} while (true); }}",
            "blocked": f"{started} Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);",
        }
        for mode in ("message", "signal"):
            for name, code in loops.items():
                needs_message = name in ("loop in an async function", "loop in a timer", "loop in for await")
                if mode == "signal" and needs_message:
                    continue
                with self.subTest(mode=mode, loop=name):
                    self.km.kernel_spec.interrupt_mode = mode
                    self.interrupt(code)
        self.km.kernel_spec.interrupt_mode = "message"

    def test_interrupt_of_a_question_and_nothing_after_it(self):
        self.flush_channels()
        for _ in range(5):
            self.kc.execute("prompt('name?')", allow_stdin=True)
            self.kc.get_stdin_msg(timeout=15)
            self.km.interrupt_kernel()
            self.kc.execute("let n = 0; for (let i = 0; i < 3e7; i++) n += i; n > 0")
            replies = []
            while len(replies) < 2:
                message = self.get_non_kernel_info_reply(timeout=15)
                if message["msg_type"] == "execute_reply":
                    replies.append(message["content"])
            self.assertEqual(replies[0]["ename"], "InterruptError")
            # Sent before the failure was known, or after it.
            self.assertIn(replies[1]["status"], ("ok", "aborted"))
            self.assertEqual(self.outputs("1")[0]["content"]["status"], "ok")

    def test_late_output_goes_to_its_cell(self):
        self.flush_channels()
        first = self.kc.execute("setTimeout(() => console.log('late'), 300); 0")
        self.get_non_kernel_info_reply(timeout=15)
        self.kc.execute("await new Promise((done) => setTimeout(done, 600))")
        self.get_non_kernel_info_reply(timeout=15)
        while True:
            message = self.kc.get_iopub_msg(timeout=5)
            if message["msg_type"] == "stream":
                break
        self.assertEqual(message["parent_header"]["msg_id"], first)

    def test_comm_info(self):
        self.flush_channels()
        self.kc.comm_info()
        reply = self.get_non_kernel_info_reply(timeout=15)
        jkt.validate_message(reply, "comm_info_reply")

    def test_kernelspec_is_found(self):
        command = [sys.executable, "-m", "jupyter", "kernelspec", "list", "--json"]
        specs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["kernelspecs"]
        found = specs["noisefloor"]
        self.assertEqual(found["spec"]["language"], "typescript")
        self.assertTrue({"logo-32x32.png", "logo-64x64.png"} <= set(os.listdir(found["resource_dir"])))

    def test_packages_of_the_installation(self):
        self.assertFalse(os.path.exists("node_modules"))
        reply, _ = self.outputs("import { stripPlot } from 'noisefloor';\nconst strips = [stripPlot([1, 2, 4])];")
        self.assertEqual(reply["content"]["status"], "ok")
        _, outputs = self.outputs("strips[0]")
        self.assertEqual(outputs[0]["msg_type"], "execute_result")
        self.assertLessEqual({"image/png", "text/plain"}, set(outputs[0]["content"]["data"]))
        reply, _ = self.outputs("strips[0].toNothing()")
        self.assertEqual(reply["content"]["ename"], "TypeScriptError")

    def request(self, send, *given, **options):
        self.flush_channels()
        send(*given, **options)
        return self.get_non_kernel_info_reply(timeout=15)["content"]

    def test_inspect_at_cursor(self):
        self.outputs("/** What it counts. */\nconst counter: number = 3;")
        found = self.request(self.kc.inspect, "'🙂' + counter + 1", cursor_pos=9, detail_level=1)
        self.assertIn("counter: number", found["data"]["text/plain"])
        self.assertFalse(self.request(self.kc.inspect, "   ", cursor_pos=1)["found"])

    def test_complete_at_cursor(self):
        found = self.request(self.kc.complete, "'🙂'; parseI; 1", cursor_pos=11)
        self.assertEqual((found["matches"], found["cursor_start"], found["cursor_end"]), (["parseInt"], 5, 11))
        self.assertEqual(self.request(self.kc.complete, "Math.nothingLikeIt")["matches"], [])

    def test_history_holds_what_was_stored(self):
        self.outputs("'one of them'")
        self.outputs("'a silent one'", silent=True)
        self.outputs("'not stored'", store_history=False)
        (_, count, (source, output)), = self.request(self.kc.history, hist_access_type="tail", n=1, output=True)["history"]
        self.assertEqual((source, output), ("'one of them'", "'one of them'"))
        ranged = self.request(self.kc.history, hist_access_type="range", session=0, start=count, stop=count + 5)
        self.assertEqual([entry[2] for entry in ranged["history"]], ["'one of them'"])
        self.assertEqual(self.request(self.kc.history, hist_access_type="search", pattern="no such *")["history"], [])

    def test_clear_output_can_wait(self):
        for wait in (True, False):
            code = f"import {{ display }} from 'noisefloor';\nawait display.clear({{ wait: {str(wait).lower()} }});"
            _, outputs = self.outputs(code)
            self.assertEqual([(m["msg_type"], m["content"]) for m in outputs], [("clear_output", {"wait": wait})])

    def test_display_is_updated_from_another_cell(self):
        self.outputs("import { display } from 'noisefloor';\nawait display.html('<i>1</i>'); await display(1, { id: 'far' });")
        _, outputs = self.outputs("await display.update('far', { 'text/html': '<b>2</b>', 'text/plain': '2' });")
        self.assertEqual([m["msg_type"] for m in outputs], ["update_display_data"])
        self.assertEqual(outputs[0]["content"]["data"], {"text/html": "<b>2</b>", "text/plain": "2"})
        self.assertEqual(outputs[0]["content"]["transient"], {"display_id": "far"})

    def test_user_expressions_after_an_error(self):
        self.flush_channels()
        self.kc.execute("throw 1", user_expressions={"late": "1"}, silent=True)
        content = self.get_non_kernel_info_reply(timeout=15)["content"]
        self.assertEqual((content["status"], content.get("user_expressions", {})), ("error", {}))

    def test_control_and_heartbeat_while_busy(self):
        self.flush_channels()
        self.kc.execute("console.log('started'); while (true);")
        while self.kc.get_iopub_msg(timeout=15)["msg_type"] != "stream":
            pass
        self.assertTrue(self.kc.hb_channel.is_beating())
        asked = self.kc.session.msg("kernel_info_request")
        self.kc.control_channel.send(asked)
        reply = self.kc.get_control_msg(timeout=15)
        self.assertEqual(reply["parent_header"]["msg_id"], asked["header"]["msg_id"])
        self.km.interrupt_kernel()
        self.assertEqual(self.get_non_kernel_info_reply(timeout=15)["content"]["ename"], "InterruptError")

    def test_wrong_signature_is_dropped(self):
        self.flush_channels()
        message = self.kc.session.msg("execute_request", {"code": "globalThis.isForged = true", "silent": False})
        frames = self.kc.session.serialize(message)
        frames[1] = b"0" * len(frames[1])
        self.kc.shell_channel.socket.send_multipart(frames)
        _, outputs = self.outputs("'isForged' in globalThis")
        self.assertEqual(outputs[0]["content"]["data"]["text/plain"], "false")

    def test_restart(self):
        self.outputs("const gone = 1")
        self.km.restart_kernel()
        self.kc.wait_for_ready(timeout=30)
        reply, _ = self.outputs("gone")
        self.assertEqual(reply["content"]["status"], "error")
        reply, outputs = self.outputs("1 + 1")
        self.assertEqual(outputs[0]["content"]["data"]["text/plain"], "2")
        self.assertEqual(reply["content"]["execution_count"], 2)


if __name__ == "__main__":
    unittest.main()
