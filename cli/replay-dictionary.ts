/** What nearly every case says, so that a replay line need not. */

// One fixed case as JSON. Lines made with it can be read with it only: to change it is to change
// the format, and the prefix of the lines with it.
const TEXT: string = [
  '{"profile":{"vendor":"amd","features":{"nx":true,"la57":false,"fsgsbase":true,"svm":true,',
  '"ffxsr":false,"tce":false,"lmsle":false,"mcommit":false,"intwb":false,"uaie":false,',
  '"aibrse":false},"modes":["64","compat","legacy"],"imposed":[]},"before":{"cpl":0,',
  '"rax":"0x0000000000000000","rcx":"0x0000000000000000","rdx":"0x0000000000000000",',
  '"rbx":"0x0000000000000000","rsp":"0x0000000000000000","rbp":"0x0000000000000000",',
  '"rsi":"0x0000000000000000","rdi":"0x0000000000000000","r8":"0x0000000000000000",',
  '"r9":"0x0000000000000000","r10":"0x0000000000000000","r11":"0x0000000000000000",',
  '"r12":"0x0000000000000000","r13":"0x0000000000000000","r14":"0x0000000000000000",',
  '"r15":"0x0000000000000000","rip":"0x0000000000401000","rflags":"0x0000000000000002",',
  '"cr0":"0x0000000080000011","cr3":"0x0000000000000000","cr4":"0x0000000000000020",',
  '"dr6":"0x0000000000000000","dr7":"0x0000000000000000","efer":"0x0000000000001d01",',
  '"star":"0x0000000000000000","lstar":"0x0000000000000000","cstar":"0x0000000000000000",',
  '"fmask":"0x0000000000000000","kernelGsBase":"0x0000000000000000",',
  '"sysenterCs":"0x0000000000000000","sysenterEsp":"0x0000000000000000",',
  '"sysenterEip":"0x0000000000000000","es":{"selector":24,"base":"0x0000000000000000",',
  '"limit":4294967295,"type":3,"s":1,"dpl":0,"p":1,"avl":0,"l":0,"db":1,"g":1},"cs":{"selector":16,',
  '"base":"0x0000000000000000","limit":4294967295,"type":11,"s":1,"dpl":0,"p":1,"avl":0,"l":1,',
  '"db":0,"g":1},"ss":{"selector":24,"base":"0x0000000000000000","limit":4294967295,"type":3,"s":1,',
  '"dpl":0,"p":1,"avl":0,"l":0,"db":1,"g":1},"ds":{"selector":24,"base":"0x0000000000000000",',
  '"limit":4294967295,"type":3,"s":1,"dpl":0,"p":1,"avl":0,"l":0,"db":1,"g":1},"fs":{"selector":24,',
  '"base":"0x0000000000000000","limit":4294967295,"type":3,"s":1,"dpl":0,"p":1,"avl":0,"l":0,',
  '"db":1,"g":1},"gs":{"selector":24,"base":"0x0000000000000000","limit":4294967295,"type":3,"s":1,',
  '"dpl":0,"p":1,"avl":0,"l":0,"db":1,"g":1},"ldtr":{"selector":24,"base":"0x0000000000000000",',
  '"limit":4294967295,"type":3,"s":1,"dpl":0,"p":1,"avl":0,"l":0,"db":1,"g":1},"tr":{"selector":24,',
  '"base":"0x0000000000000000","limit":4294967295,"type":3,"s":1,"dpl":0,"p":1,"avl":0,"l":0,',
  '"db":1,"g":1},"gdtr":{"base":"0x0000000000600000","limit":255},',
  '"idtr":{"base":"0x0000000000620000","limit":4095}},"pages":[],"steps":[{"bytes":"480f07"}],',
  '"delivery":"observe"}',
].join("");

/** The preset dictionary of replay lines. */
export const REPLAY_DICTIONARY: Buffer = Buffer.from(TEXT);
